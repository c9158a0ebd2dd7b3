import { button, make } from "./dom.js";
import { complain } from "./field.js";
import { inTurn } from "./roles.js";

let back = null;

/**
 * A dialog with a form in it. `send` gets the form's fields and answers null when done, or { refusal, fields } to be shown in
 * it with all that was typed kept. Escape and "Not now" close it, and the focus returns to where it was before the first
 * of them.
 */
export function open(title, parts, words, send) {
  const dialog = make("dialog", "ask");
  dialog.setAttribute("aria-label", title);
  const wrong = make("p", "error");
  wrong.setAttribute("role", "alert");
  const submit = send && button(words, "", () => {}, "button");
  if (submit) submit.type = "submit";
  const close = button(send ? "Not now" : "Close", "", () => dialog.close());
  const form = make("form", "", make("h2", "", title), ...parts, wrong, make("p", "actions", submit || "", close));
  form.method = "dialog";
  form.noValidate = true;
  let sending = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    const refused = await send(Object.fromEntries(new FormData(form)));
    sending = false;
    if (!refused) dialog.close();
    else wrong.textContent = complain(form, refused.fields) || (refused.fields ? "" : refused.refusal);
  });
  dialog.append(form);
  if (!document.querySelector("dialog[open]")) back = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    const other = document.querySelector("dialog[open]");
    if (other) enter(other);
    else if (back?.isConnected) back.focus();
    else setTimeout(() => inTurn()?.focus()); // by then what the dialog has done is drawn
  });
  document.body.append(dialog);
  dialog.showModal();
  enter(dialog);
  return dialog;
}

const enter = dialog => dialog.querySelector("input, select, textarea, button").focus();
