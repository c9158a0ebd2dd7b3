// Moving by key, from one free place to the next. Where something stands, reception puts it by the move dialog or a drop.
import { drag } from "./busy.js";
import { distrust } from "./calendar.js";
import { move } from "./change.js";
import { canChange } from "./events.js";
import { inTheWay, standsIn } from "./free.js";
import { redraw } from "./refresh.js";
import { focus, thing } from "./roles.js";
import { appointment, columns, isWeek, practitioner, state } from "./state.js";
import { say, tell } from "./toast.js";
import { addMinutes, dateOf, minutesBetween, saidDate, saidSpan, saidTime } from "./words.js";

const pause = 450;
const small = 5;
let pending = null;
let isAltDown = false; // so the hand does not rest yet

/** To the next free place above, below or beside. Several steps in a row are one move, sent when the hand rests. */
export const nudge = (id, key, bySmall) => tryOut(id, a => {
  const passed = new Set();
  for (const place of placesBeyond(a, key, bySmall ? small : state.data.grid)) {
    const met = inTheWay(a, place);
    if (!met) return { place, words: `${saidTime(place.start)}, ${besideOf(place)}${past(passed)}` };
    passed.add(met);
  }
  return { words: passed.size ? `No free place that way, only ${listed(passed)}.` : "There is nothing that way." };
});

/** Longer or shorter, as far as there is room. */
export const stretch = (id, by) => tryOut(id, a => {
  const place = { start: a.start, end: addMinutes(a.end, by * state.data.grid), practitioner: a.practitioner };
  const minutes = minutesBetween(place.start, place.end);
  const met = by > 0 ? standsIn(a, { ...place, start: a.end }) : null;
  if (met) return { words: `It cannot be longer: ${met} comes next.` };
  if (minutes < small) return { words: "It cannot be shorter." };
  return { place, words: `${saidSpan(place.start, place.end)}, ${minutes} minutes` };
});

/** Escape while a move is not sent yet: back to where it was. */
export function giveUp() {
  if (!pending) return false;
  Object.assign(appointment(pending.id) ?? {}, putDown());
  distrust();
  redraw();
  return true;
}

/** Sends what is in the hand now: whoever presses another key has ended the move. */
export function letGo() {
  if (pending) send();
}

/** Knows when Alt is let go. Nobody tells of it where that happens in another window. */
export function watchTheHand() {
  const see = ({ altKey = false }) => {
    isAltDown = altKey;
    if (pending && !isAltDown) rest();
  };
  document.addEventListener("keydown", ({ altKey }) => { isAltDown = altKey; }, true);
  document.addEventListener("keyup", see, true);
  addEventListener("blur", see);
}

function rest() {
  clearTimeout(pending.timer);
  pending.timer = setTimeout(send, pause);
}

async function tryOut(id, find) {
  if (pending && pending.id !== id) send();
  const a = appointment(id);
  if (!a || !canChange(a)) {
    say("This cannot be moved.");
    return;
  }
  const { place, words } = find(a);
  if (!place) {
    tell(words);
    return;
  }
  pending ??= { id: a.id, start: a.start, end: a.end, practitioner: a.practitioner };
  drag(true);
  Object.assign(a, place);
  clearTimeout(pending.timer);
  if (!isAltDown) rest();
  await redraw();
  const card = thing(document.getElementById("calendar"), `a${a.id}`);
  if (card) focus(card);
  say(words);
}

// The nearest first, to the end of the day, of the week or of the colleagues who give it.
function* placesBeyond(a, key, step) {
  const minutes = minutesBetween(a.start, a.end);
  const at = (start, whom = a.practitioner) => ({ start, end: addMinutes(start, minutes), practitioner: whom });
  if (key === "ArrowUp" || key === "ArrowDown") {
    const by = key === "ArrowUp" ? -step : step;
    let start = a.start;
    while (dateOf(start = addMinutes(start, by)) === dateOf(a.start)) yield at(start);
  } else if (isWeek()) {
    const days = state.data.days.map(day => day.date);
    for (const date of beyond(days, dateOf(a.start), key)) yield at(`${date}${a.start.slice(10)}`);
  } else {
    const able = columns().filter(p => p.mayChange && p.gives.includes(a.treatment)).map(p => p.id);
    for (const whom of beyond(able, a.practitioner, key)) yield at(a.start, whom);
  }
}

const beyond = (all, one, key) => key === "ArrowRight"
  ? all.slice(all.indexOf(one) + 1) : all.slice(0, Math.max(0, all.indexOf(one))).reverse();

const besideOf = place => isWeek() ? saidDate(place.start) : practitioner(place.practitioner).name;

const past = passed => passed.size > 0 ? `, past ${listed(passed)}` : "";

const listed = names => new Intl.ListFormat("en-GB").format(names);

function send() {
  const before = putDown();
  const a = appointment(before.id);
  if (!a) return;
  const to = { start: a.start, practitioner: a.practitioner, minutes: minutesBetween(a.start, a.end) };
  Object.assign(a, before);
  move(a, to, { mayOverrule: false });
}

// What was in the hand, as it stood before.
function putDown() {
  const { timer, ...before } = pending;
  clearTimeout(timer);
  pending = null;
  drag(false);
  return before;
}
