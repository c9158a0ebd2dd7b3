import { button, byId, make } from "./dom.js";

const place = byId("toast");
const voice = byId("says");
let closing = 0;
let last = null;

/** Says it to whoever listens. The same words twice are said twice. */
export function say(words) {
  voice.textContent = "";
  setTimeout(() => { voice.textContent = words; }, 50);
}

/** Shows it for a while and says it. */
export function tell(words, look = "") {
  fill(look, make("span", "", words));
  hideIn(look === "bad" ? 12 : 6);
  say(words);
}

/** Shows what was done, with the button that undoes it for as long as it can be undone. */
export function offerUndo(answer) {
  if (!answer.undo?.length) {
    tell(answer.done, "good");
    return;
  }
  last = { changes: answer.undo, until: Date.now() + answer.undoSeconds * 1000 };
  const left = make("span", "left");
  fill("good", make("span", "", answer.done), button("Undo", "Ctrl+Z", undo, "button"), left);
  count(left, last);
  say(`${answer.done}. Undo with Control Z.`);
}

/** Takes the latest change back, where there still is one to take back. */
export async function undo() {
  if (!last || Date.now() > last.until) {
    tell("There is nothing to undo.");
    return;
  }
  const { changes } = last;
  last = null;
  const { post, settle } = await import("./change.js");
  await settle(await post("Undo", { Changes: changes.map(change => `${change.id}:${change.version}`) }));
}

export const dismiss = () => { place.hidden = true; };

function count(left, undoable) {
  clearTimeout(closing);
  const seconds = Math.ceil((undoable.until - Date.now()) / 1000);
  if (last !== undoable || seconds <= 0) {
    dismiss();
    return;
  }
  left.textContent = `${seconds} s`;
  closing = setTimeout(() => count(left, undoable), 1000);
}

function fill(look, ...parts) {
  clearTimeout(closing);
  place.className = `toast ${look}`;
  place.replaceChildren(...parts, button("×", "", dismiss, "button plain close"));
  place.lastChild.setAttribute("aria-label", "Close the message");
  place.hidden = false;
}

function hideIn(seconds) {
  closing = setTimeout(dismiss, seconds * 1000);
}
