import { boxOf, field, set, wrong } from "./field.js";
import { button, make, named } from "./dom.js";

/** Why it was not booked, what is free instead, and for whoever may: "Book all the same", with a reason. */
export function refused(line, again) {
  const element = set(make("div", "notice bad"), { role: "alert", hidden: "" });

  return {
    element,
    clear() {
      element.hidden = true;
      element.replaceChildren();
    },
    tell(words) {
      element.replaceChildren(make("p", "", make("b", "", named(words))));
      element.hidden = false;
    },
    show(answer) {
      this.tell(answer.refusal);
      if (answer.nearest?.length) element.append(make("p", "", "Free near it:"), make("ul", "offers", ...answer.nearest.map(line)));
      if (answer.canOverrule) element.append(overruling());
      element.scrollIntoView({ block: "nearest" });
    },
  };

  function overruling() {
    const why = field("Or book it all the same, because", "Overrule", "input", { maxlength: "200" });
    const box = boxOf(why);
    const send = () => {
      if (box.value.trim()) again(box.value.trim());
      else {
        wrong(why, "Say why it should be booked all the same");
        box.focus();
      }
    };
    box.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        event.preventDefault();
        send();
      }
    });
    return make("div", "overrule", why, button("Book all the same", "", send, "button danger"));
  }
}
