import { boxOf, field, set } from "./field.js";
import { button, make, named } from "./dom.js";
import { saidDate, saidTime } from "./words.js";

const enough = 3;
const pause = 150;

/**
 * Finds a patient by three letters of any name or the last digits of the telephone: a combobox after the ARIA pattern, with
 * "New patient" as the last choice. `take` gets the one chosen, `begin` what was typed for somebody new.
 */
export function finder({ find, take, begin, say }) {
  const part = field("Patient", "Patient", "input", {
    type: "text", role: "combobox", spellcheck: "false", maxlength: "100",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "book-found",
  }, "Three letters of any name, or the last digits of the telephone");
  const list = set(make("ul", "found"), { id: "book-found", role: "listbox", "aria-label": "Patients", hidden: "" });
  const box = boxOf(part);
  let found = [];
  let active = -1;
  let waiting = 0;
  let turn = 0;

  box.addEventListener("input", () => {
    close();
    if (box.value.trim().length >= enough) waiting = setTimeout(look, pause);
  });
  box.addEventListener("keydown", event => {
    if (keys[event.key]?.() === true) event.preventDefault();
    if (event.key === "Escape" && event.defaultPrevented) event.stopPropagation();
  });
  box.addEventListener("blur", close);

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => !list.hidden && (close(), true),
    Enter: () => {
      if (!list.hidden) choose(active);
      else if (box.value.trim().length >= enough) look(true);
      return true;
    },
  };

  function step(by) {
    if (list.hidden) return false;
    mark((active + by + list.children.length) % list.children.length);
    return true;
  }

  // Whoever types on, or presses Enter before the answer is there, need not wait for it.
  async function look(chooses = false) {
    close();
    const mine = turn;
    const answer = await find(box.value.trim()).catch(() => null);
    if (mine !== turn) return;
    if (!answer) {
      say("Patients cannot be looked up: the clinic's computer does not answer. What you typed is still here.");
      return;
    }
    found = answer;
    list.replaceChildren(...found.map((one, index) => option(index, ...describe(one))), option(found.length, make("b", "", "New patient")));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    mark(0);
    say(found.length === 0 ? "Nobody found" : found.length === 1 ? "1 patient" : `${found.length} patients`);
    if (chooses && found.length === 1) choose(0);
  }

  function option(index, ...inside) {
    const line = set(make("li", "", ...inside), { id: `book-found-${index}`, role: "option", "aria-selected": "false" });
    line.addEventListener("mousedown", event => event.preventDefault());
    line.addEventListener("click", () => choose(index));
    return line;
  }

  function mark(index) {
    active = index;
    for (const [at, line] of [...list.children].entries()) line.setAttribute("aria-selected", String(at === index));
    box.setAttribute("aria-activedescendant", `book-found-${index}`);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function choose(index) {
    close();
    if (index < found.length) take(found[index]);
    else begin(box.value.trim());
  }

  function close() {
    clearTimeout(waiting);
    turn++;
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  return { element: make("div", "finder", part, list), box };
}

/** Who a patient is, in three lines. */
export function describe(patient) {
  const born = patient.born ? `, born ${bornOn(patient.born)}` : "";
  const next = patient.next ? `Next: ${saidDate(patient.next)}, ${saidTime(patient.next)}` : "Nothing booked";
  return [make("b", "", named(patient.name)), make("span", "", patient.telephone + born), make("span", "quiet", next)];
}

const bornOn = date => date.split("-").reverse().map(Number).join("/");

/** A line for somebody else to be chosen by pressing it. */
export function choice(patient, take) {
  const element = button("", "", () => take(patient), "likely");
  element.replaceChildren(...describe(patient));
  return element;
}
