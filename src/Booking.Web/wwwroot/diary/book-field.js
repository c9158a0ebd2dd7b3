import { byId, make } from "./dom.js";

/** Sets attributes of an element, leaving out what is null. */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  return element;
}

/** A box with its label, a hint and room for what is wrong with it; what else it needs is set by name. */
export function field(label, name, tag, attributes = {}, hint = "") {
  const box = set(make(tag), { name, id: `book-${name}`, autocomplete: "off", ...attributes });
  const words = set(make("label", "", label), { for: box.id });
  const said = hint ? set(make("p", "hint", hint), { id: `${box.id}-hint` }) : "";
  const error = set(make("p", "error"), { id: `${box.id}-error`, hidden: "" });
  box.setAttribute("aria-describedby", said ? `${said.id} ${error.id}` : error.id);
  return make("div", "field", words, said, error, box);
}

export const boxOf = part => part.querySelector("input, select, textarea");

/** Says beside each field what is wrong with it and goes to the first; with nothing, takes all of that away. */
export function complain(form, fields = {}) {
  for (const error of form.querySelectorAll(".field > .error")) {
    const box = byId(error.id.replace(/-error$/, ""));
    const words = fields[box.name];
    error.hidden = !words;
    error.textContent = words ?? "";
    error.parentElement.classList.toggle("wrong", Boolean(words));
    if (words) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  }
  form.querySelector("[aria-invalid]")?.focus();
}
