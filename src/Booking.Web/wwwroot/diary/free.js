// What is free in the diary as it is shown. The clinic's computer has the last word.
import { clinicNow } from "./data.js";
import { practitioner, state } from "./state.js";
import { addMinutes, dateOf, minutesBetween } from "./words.js";

/** Somebody's appointments in the order of the clock. */
export const standing = whom => state.data.appointments.filter(a => a.practitioner === whom && a.status !== "Cancelled")
  .sort((one, other) => one.start < other.start ? -1 : 1);

/** The block in which an appointment was left standing; undefined where there is none. */
export const blockRound = a => a.status === "Cancelled" ? undefined
  : state.data.blocks.find(b => b.practitioner === a.practitioner && b.start < a.end && a.start < b.end);

/** The stretches of somebody's hours that nothing stands in and that are not over. */
export function freeOf(p) {
  const from = clinicNow();
  return p.hours.flatMap(hours => gaps(hours, taken(p.id)))
    .map(gap => gap.start < from ? { ...gap, start: nextOnGrid(from) } : gap)
    .filter(gap => minutesBetween(gap.start, gap.end) >= state.data.grid);
}

/** What these things leave of a stretch. */
export function gaps(stretch, things) {
  const found = [];
  let at = stretch.start;
  for (const thing of things) {
    if (thing.end <= at || thing.start >= stretch.end) continue;
    if (thing.start > at) found.push({ start: at, end: thing.start });
    at = thing.end;
  }
  if (at < stretch.end) found.push({ start: at, end: stretch.end });
  return found;
}

/** Who or what is in the way of an appointment at this place: { start, end, practitioner }. Null where it is free. */
export const inTheWay = (a, place) => place.start < clinicNow() ? "time that is over" : standsIn(a, place);

/** The same of one that stays where it began: that this is over is no obstacle. */
export function standsIn(a, { start, end, practitioner: whom }) {
  const until = addMinutes(end, a.turnaround);
  const met = taken(whom, a).find(thing => thing.start < until && start < thing.end);
  if (met) return met.what;
  return practitioner(whom).hours.some(hours => hours.start <= start && end <= hours.end) ? null : "time outside hours";
}

const taken = (whom, but = null) => [
  ...standing(whom).filter(a => a !== but)
    .map(a => ({ start: a.start, end: addMinutes(a.end, a.turnaround), what: a.patient.name })),
  ...state.data.blocks.filter(b => b.practitioner === whom).map(b => ({ start: b.start, end: b.end, what: b.reason })),
  ...state.data.holds.filter(h => h.practitioner === whom)
    .map(h => ({ start: h.start, end: h.end, what: h.offered ? "a time kept for an offer" : "a booking online" })),
].sort((one, other) => one.start < other.start ? -1 : 1);

const nextOnGrid = wall => {
  const over = minutesBetween(dateOf(wall), wall) % state.data.grid;
  return over ? addMinutes(wall, state.data.grid - over) : wall;
};
