import { button, make } from "./dom.js";

/**
 * A dialog with a form in it. `send` gets the form's fields and answers null when done, or { refusal, fields } to be shown in
 * it with all that was typed kept. Escape and "Not now" close it, and the focus returns to where it was.
 */
export function open(title, parts, words, send) {
  const dialog = make("dialog", "ask");
  const heading = make("h2", "", title);
  heading.id = "ask-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const wrong = make("p", "error");
  wrong.setAttribute("role", "alert");
  const submit = send && button(words, "", () => {}, "button");
  if (submit) submit.type = "submit";
  const close = button(send ? "Not now" : "Close", "", () => dialog.close());
  const form = make("form", "", heading, ...parts, wrong, make("p", "actions", submit || "", close));
  form.method = "dialog";
  form.noValidate = true;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    submit.disabled = true;
    const refused = await send(Object.fromEntries(new FormData(form)));
    submit.disabled = false;
    if (!refused) dialog.close();
    else complain(form, wrong, refused);
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[autofocus], input, select, textarea, button")?.focus();
  return dialog;
}

function complain(form, wrong, { refusal, fields }) {
  const [name, words] = Object.entries(fields ?? {})[0] ?? [null, null];
  wrong.textContent = words ?? refusal;
  const field = name && form.elements[name];
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}

/** A labelled field; what else the element needs is set by name. */
export function field(label, name, tag, settings = {}) {
  const element = Object.assign(document.createElement(tag), { name, id: `ask-${name}`, ...settings });
  const words = make("label", "", label);
  words.htmlFor = element.id;
  return make("div", "field", words, element);
}
