import { set } from "./field.js";
import { make } from "./dom.js";
import { get } from "./wire.js";

/** That the safety questions were asked by telephone, for the treatments that need it, with their wording on demand. */
export function safety() {
  const box = set(make("input"), { type: "checkbox", id: "book-SafetyAsked", name: "SafetyAsked" });
  const words = set(make("label", "", "I asked the safety questions: none of these"), { for: box.id });
  const error = set(make("p", "error"), { id: "book-SafetyAsked-error", hidden: "" });
  box.setAttribute("aria-describedby", error.id);
  const signs = make("ul");
  const element = make("div", "field safety", error, make("div", "choice", box, words),
    set(make("details", "", make("summary", "", "The questions"), make("p", "", "Since the problem began, have you noticed:"), signs,
      make("p", "", make("b", "", "Yes to any: do not book."), " Tell them to ring 999 or go to A&E now.")), { open: "" }));
  let asking = { version: null, signs: [], treatments: [] };
  element.hidden = true;
  const read = () => get("/staff/diary/safety", {}).then(now => {
    if (now?.version !== asking.version) box.checked = false;
    asking = now ?? asking;
    signs.replaceChildren(...asking.signs.map(sign => make("li", "", sign)));
  }).catch(() => {});
  let reading = read();

  return {
    element,
    box,
    /** Shows it where this treatment needs it. */
    async about(treatment) {
      await reading;
      element.hidden = !asking.treatments.includes(treatment);
    },
    /** They may have been changed since they were read: then they are to be asked again. */
    async again() {
      reading = read();
      await reading;
      box.focus();
    },
    get isOpen() { return !element.hidden && !box.checked; },
    fields: () => element.hidden || !box.checked ? [] : [["SafetyAsked", asking.version]],
  };
}
