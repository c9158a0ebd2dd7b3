import { focus, nameInFocus, nameOf, thingsOf } from "./roles.js";
import { appointment, columns, state } from "./state.js";
import { say } from "./toast.js";

const place = document.getElementById("calendar");

export const current = () => document.activeElement?.closest?.(".calendar [data-hit]") ?? null;

/** The appointment that a key is about: the one with the focus, else the one in the panel. */
export function chosen() {
  const name = nameInFocus();
  return name?.startsWith("a") ? appointment(Number(name.slice(1))) : name ? undefined : appointment(state.chosen);
}

/** To the next thing up, down, left or right of the one with the focus. */
export function walk(key) {
  const from = current();
  if (!from) return; // it is just being drawn anew
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
