import { make } from "./dom.js";

/** Sets attributes of an element, leaving out what is null. */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  return element;
}

let made = 0;

/** A box with its label, a hint and room for what is wrong with it; what else it needs is set by name. */
export function field(label, name, tag, { value = "", ...attributes } = {}, hint = "") {
  const box = set(make(tag), { name, id: `field-${++made}`, autocomplete: "off", ...attributes });
  if (value !== "") box.value = value;
  const words = set(make("label", "", label), { for: box.id });
  const said = hint ? set(make("p", "hint", hint), { id: `${box.id}-hint` }) : "";
  const error = set(make("p", "error"), { id: `${box.id}-error`, hidden: "" });
  box.setAttribute("aria-describedby", said ? `${said.id} ${error.id}` : error.id);
  return make("div", "field", words, said, error, box);
}

/** A field in which one of these is chosen, each [value, words]; without `value` the first. */
export function select(label, name, options, value = null) {
  const part = field(label, name, "select");
  for (const [one, words] of options) boxOf(part).append(new Option(words, one, false, String(one) === String(value)));
  return part;
}

export const boxOf = part => part.querySelector("input, select, textarea");

/** Says beside a field what is wrong with it; without words, takes that away. */
export function wrong(part, words = "") {
  const error = part.querySelector(".error");
  error.hidden = !words;
  error.textContent = words;
  part.classList.toggle("wrong", Boolean(words));
  if (words) boxOf(part).setAttribute("aria-invalid", "true");
  else boxOf(part).removeAttribute("aria-invalid");
}

/** The same for all fields of a form, by name, and goes to the first that is wrong. Brings the words that found no field. */
export function complain(form, fields = {}) {
  const left = new Map(Object.entries(fields));
  for (const part of form.querySelectorAll(".field")) {
    const { name } = boxOf(part);
    wrong(part, left.get(name));
    left.delete(name);
  }
  form.querySelector("[aria-invalid]")?.focus();
  return [...left.values()].join(" ");
}
