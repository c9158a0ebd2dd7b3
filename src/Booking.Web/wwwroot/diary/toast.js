import { button, byId, make } from "./dom.js";

const place = byId("toast");
const voice = byId("says");
let closing = 0;
let last = null; // the change that can be taken back

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

/** Shows what was done, with the button that undoes it for as long as it can be undone; `takeBack` is null where it can't be. */
export function offerUndo({ done, undoSeconds }, takeBack) {
  if (!takeBack) {
    tell(done, "good");
    return;
  }
  const mine = last = { takeBack, until: Date.now() + undoSeconds * 1000 };
  const left = make("span", "left");
  fill("good", make("span", "", done), button("Undo", "Ctrl+Z", () => undo(mine), "button"), left);
  count(left, mine);
  say(`${done}. Undo with Control Z.`);
}

/** Takes the latest change back, once, where there still is one to take back. What is undone is not done again. */
export async function undo(what = last) {
  if (!what || what !== last || Date.now() > what.until) {
    tell("Nothing more to undo.");
    return;
  }
  last = null;
  await what.takeBack();
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
