import { open } from "./dialog.js";
import { make } from "./dom.js";
import { signs, textSigns } from "./words.js";

const memory = "diary-keys";

const keys = [
  ["↑ ↓ ← →", "from one appointment or free time to the next; ← → days when none has the focus"],
  ["Enter", "open an appointment, book a free time"],
  ["Alt + ↑ ↓", "move to the next free time, by quarters of an hour; with Shift by five minutes"],
  ["Alt + ← →", "move to the next practitioner who is free then, in the week to the next free day"],
  ["+ −", "longer, shorter"],
  ["M", "move to another time"],
  ["A", "mark arrived"], ["E", "mark attended"], ["X", "mark not attended"], ["C", "cancel"],
  ["R", "restore what was cancelled"], ["U", "take the mark off: booked again"], ["O", "note"],
  ["N", "new booking"], ["B", "block or leave"], ["/", "find a patient"], ["Ctrl + Z", "undo"],
  ["T", "today"], ["D  W  L", "day, week, list"], ["S", "show or hide what was cancelled"], ["1 to 9", "to a practitioner"], ["Esc", "close"], ["?", "this help"],
];

const meanings = [
  ...Object.values(signs).map(({ sign, word }) => [sign, word]),
  ...Object.values(textSigns).map(({ sign, means, rings }) => [sign, `the text: ${means}${rings ? ". Ring them" : ""}`]),
  ["2×", "a double booking"], ["⚑", "the safety questions were asked: they have none of the signs"],
];

/** Whether single keys do anything here. Somebody who speaks to the computer, or types with a shaking hand, switches them off. */
export const keysAreOn = () => localStorage.getItem(memory) !== "off";

export function help() {
  const on = Object.assign(document.createElement("input"), { type: "checkbox", id: "keys-on", checked: keysAreOn() });
  on.addEventListener("change", () => localStorage.setItem(memory, on.checked ? "on" : "off"));
  const label = make("label", "", "Use these keys");
  label.htmlFor = on.id;
  open("Keys and signs", [
    make("div", "choice", on, label), listOf(keys.map(([key, what]) => [make("kbd", "", key), what])),
    make("h3", "", "Signs"), listOf(meanings),
  ], "", null);
}

const listOf = lines => make("dl", "keys", ...lines.flatMap(([short, long]) => [make("dt", "", short), make("dd", "", long)]));
