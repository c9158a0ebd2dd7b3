import { drag } from "./busy.js";
import { canChange } from "./events.js";
import { move } from "./change.js";
import { focus, nameOf, thing, thingsOf } from "./roles.js";
import { appointment, columns, isWeek, state } from "./state.js";
import { redraw } from "./refresh.js";
import { distrust } from "./calendar.js";
import { say } from "./toast.js";
import { addDays, addMinutes, minutesBetween, saidDate, saidTime } from "./words.js";

const place = document.getElementById("calendar");
const pause = 450;

export const current = () => document.activeElement?.closest?.(".calendar [data-hit]") ?? null;

/** The appointment that a key is about: the one with the focus, else the one in the panel. */
export function chosen() {
  const name = nameOf(current());
  return name?.startsWith("a") ? appointment(Number(name.slice(1))) : current() ? undefined : appointment(state.chosen);
}

/** To the next thing up, down, left or right of the one with the focus. */
export function walk(key) {
  const from = current();
  const box = boxOf(from);
  const down = key === "ArrowDown" || key === "ArrowUp";
  const sign = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  const middle = r => r.left + r.width / 2;
  const others = thingsOf(place).filter(hit => hit !== from)
    .map(hit => ({ hit, r: boxOf(hit) }))
    .filter(({ r }) => down
      ? Math.abs(middle(r) - middle(box)) < box.width && sign * (r.top - box.top) > 1
      : sign * (middle(r) - middle(box)) > box.width * 0.6)
    .sort((one, other) => down
      ? sign * (one.r.top - other.r.top)
      : Math.abs(middle(one.r) - middle(box)) - Math.abs(middle(other.r) - middle(box)) || 0);
  if (others.length === 0) return;
  const near = down ? others[0] : nearest(others, box);
  focus(near.hit);
}

const boxOf = hit => hit.closest(".ec-event").getBoundingClientRect();

// Of the next column, what begins nearest to where we are.
function nearest(others, box) {
  const edge = others[0].r.left;
  return others.filter(({ r }) => Math.abs(r.left - edge) < 60)
    .sort((one, other) => Math.abs(one.r.top - box.top) - Math.abs(other.r.top - box.top))[0];
}

/** The first thing of the n-th practitioner. */
export function jump(n) {
  const p = columns()[n - 1];
  const ids = p && new Set(state.data.appointments.filter(a => a.practitioner === p.id).map(a => `a${a.id}`));
  const things = p ? thingsOf(place).filter(hit => ids.has(nameOf(hit)) || nameOf(hit).startsWith(`f${p.id}-`)) : [];
  things.sort((one, other) => boxOf(one).top - boxOf(other).top);
  if (things.length > 0) focus(things[0]);
  else if (p) say(`${p.name}: nothing on this day.`);
}

let pending = null;

/** Moves by one step of time, or to the next column. Several steps in a row are one move, sent when the hand rests. */
export async function nudge(key, small) {
  const a = chosen();
  if (!a || !canChange(a)) {
    say("This cannot be moved.");
    return;
  }
  pending ??= { id: a.id, start: a.start, end: a.end, practitioner: a.practitioner };
  drag(true);
  const length = minutesBetween(a.start, a.end);
  const step = small ? 5 : state.data.grid;
  if (key === "ArrowUp") a.start = addMinutes(a.start, -step);
  if (key === "ArrowDown") a.start = addMinutes(a.start, step);
  if (key === "ArrowLeft" || key === "ArrowRight") aside(a, key === "ArrowLeft" ? -1 : 1);
  a.end = addMinutes(a.start, length);
  clearTimeout(pending.timer);
  pending.timer = setTimeout(send, pause);
  await redraw();
  const card = thing(place, `a${a.id}`);
  if (card) focus(card);
  say(`${saidTime(a.start)}, ${isWeek() ? saidDate(a.start) : columns().find(p => p.id === a.practitioner)?.name}`);
}

function aside(a, by) {
  if (isWeek()) {
    a.start = `${addDays(a.start.slice(0, 10), by)}${a.start.slice(10)}`;
    return;
  }
  const able = columns().filter(p => p.mayChange && p.gives.includes(a.treatment));
  const to = able[able.findIndex(p => p.id === a.practitioner) + by];
  if (to) a.practitioner = to.id;
}

function send() {
  const { timer, ...before } = pending;
  pending = null;
  drag(false);
  const a = appointment(before.id);
  if (!a) return;
  const to = { start: a.start, practitioner: a.practitioner };
  Object.assign(a, before);
  move(a, to);
}

/** Escape while a move is not sent yet: back to where it was. */
export function giveUp() {
  if (!pending) return false;
  clearTimeout(pending.timer);
  const { timer, ...before } = pending;
  pending = null;
  drag(false);
  Object.assign(appointment(before.id) ?? {}, before);
  distrust();
  redraw();
  return true;
}
