import { open } from "./dialog.js";
import { make } from "./dom.js";

const memory = "diary-keys";

const keys = [
  ["↑ ↓ ← →", "from one appointment or free time to the next; ← → days when none has the focus"],
  ["Enter", "open an appointment, book a free time"],
  ["Alt + ↑ ↓", "move by a quarter of an hour; with Shift by five minutes"],
  ["Alt + ← →", "move to the practitioner beside, in the week to the day beside"],
  ["M", "move to another time"],
  ["A", "arrived"], ["E", "attended"], ["X", "did not attend"], ["C", "cancel"],
  ["R", "restore what was cancelled"], ["U", "unmark: booked again"], ["O", "note"],
  ["N", "new booking"], ["B", "block or leave"], ["/", "find a patient"], ["Ctrl + Z", "undo"],
  ["T", "today"], ["D  W  L", "day, week, list"], ["S", "show or hide what was cancelled"], ["1 to 9", "to a practitioner"], ["Esc", "close"], ["?", "this help"],
];

const signs = [
  ["○ Booked", "◉ Confirmed", "➜ Arrived", "✔ Attended", "✖ Did not attend", "✕ Cancelled"].join("   "),
  "✉… a text waits   ✉✓ it went   ✉! it failed: ring   ⚑ safety questions answered",
];

/** Whether single keys do anything here. Somebody who speaks to the computer, or types with a shaking hand, switches them off. */
export const keysAreOn = () => localStorage.getItem(memory) !== "off";

export function help() {
  const list = make("dl", "keys");
  for (const [key, what] of keys) list.append(make("dt", "", make("kbd", "", key)), make("dd", "", what));
  const on = Object.assign(document.createElement("input"), { type: "checkbox", id: "keys-on", checked: keysAreOn() });
  on.addEventListener("change", () => localStorage.setItem(memory, on.checked ? "on" : "off"));
  const label = make("label", "", "Use these keys");
  label.htmlFor = on.id;
  const title = make("h3", "", "Signs");
  open("Keys and signs", [make("div", "choice", on, label), list, title, ...signs.map(line => make("p", "signs", line))], "", null);
}
