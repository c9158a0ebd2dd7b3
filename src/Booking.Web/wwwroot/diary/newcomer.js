import { boxOf, field, set } from "./field.js";
import { make } from "./dom.js";
import { choice } from "./finder.js";

/** Somebody new: a name and a telephone, and a warning when they are probably somebody the clinic knows. */
export function newcomer({ likely, take, again }) {
  const name = field("Full name", "Name", "input", { maxlength: "200" });
  const telephone = field("Telephone", "Telephone", "input", { type: "tel", maxlength: "40" });
  const email = field("E-mail", "Email", "input", { type: "email", maxlength: "300" }, "If they have one");
  const born = field("Date of birth", "Born", "input", { maxlength: "20", inputmode: "numeric" }, "Like 3/4/1980");
  const warning = set(make("div", "notice care"), { role: "status", hidden: "" });
  const boxes = [name, telephone, email, born].map(boxOf);
  for (const box of boxes) box.addEventListener("change", warn);

  async function warn() {
    const same = await likely(boxes.map(box => [box.name.toLowerCase(), box.value])).catch(() => []);
    warning.hidden = same.length === 0;
    warning.replaceChildren(
      make("p", "", make("b", "", "Is it one of these?"), " People of one family can share a telephone."),
      ...same.map(one => choice(one, take)));
  }

  return {
    element: make("div", "newcomer", make("p", "", make("b", "", "New patient"), " ", again()), warning,
      make("div", "together", name, telephone), make("div", "together", email, born)),
    /** What was typed to find them is the beginning of one or the other. */
    begin(typed) {
      const [known, asked] = /^[\d\s()+-]+$/.test(typed) ? [boxes[1], boxes[0]] : [boxes[0], boxes[1]];
      known.value ||= typed;
      (known.value ? asked : known).focus();
    },
    get name() { return boxes[0].value.trim(); },
    fields: () => boxes.map(box => [box.name, box.value.trim()]),
  };
}
