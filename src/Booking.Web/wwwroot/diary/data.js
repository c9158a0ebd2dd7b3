import { isWeek, practitioner, state } from "./state.js";
import { SignedOut } from "./wire.js";
import { addDays, addMinutes, dateOf, millisecondsBetween, mondayOf } from "./words.js";

export const range = () => isWeek() ? { from: mondayOf(state.date), days: 7 } : { from: state.date, days: 1 };

let latest = 0;

/**
 * Reads what the screen shows. False where a later reading has overtaken it, or it is unwanted by the time it is there; throws
 * where there is no answer, SignedOut where nobody is signed in any more.
 */
export async function read(isUnwanted = () => false) {
  const turn = ++latest;
  const query = new URLSearchParams({ ...range(), cancelled: state.cancelled });
  if (isWeek()) query.set("with", state.with);
  const answer = await fetch(`/staff/diary/data?${query}`, { headers: { Accept: "application/json" } });
  if (answer.redirected) throw new SignedOut();
  if (!answer.ok) throw new Error(`The diary answered ${answer.status}.`);
  const data = await answer.json();
  if (turn !== latest || isUnwanted()) return false;
  state.data = data;
  state.readAt = performance.now() - (millisecondsBetween(data.now, answer.headers.get("Clinic-Time") ?? data.now));
  state.today = data.now.slice(0, 10);
  return true;
}

/** Takes in what the clinic has just told of appointments: whatever is being read meanwhile is older than that. */
export function learn(told) {
  latest++;
  const others = state.data.appointments.filter(a => told.every(now => now.id !== a.id));
  state.data.appointments = [...others, ...told.filter(isShown)].sort((one, other) => one.start < other.start ? -1 : 1);
}

function isShown(a) {
  const { from, days } = range();
  return dateOf(a.start) >= from && dateOf(a.start) < addDays(from, days)
    && (!isWeek() || practitioner(a.practitioner)?.slug === state.with) && (state.cancelled || a.status !== "Cancelled");
}

/** What the clinic's clock shows now: as it was when the data came, and the time since. */
export const clinicNow = () => addMinutes(state.data.now, Math.floor((performance.now() - state.readAt) / 60000));

/** How many milliseconds a hold still has. */
export const leftOf = hold => millisecondsBetween(state.data.now, hold.until) - (performance.now() - state.readAt);

/** Asks for something small beside the diary, and answers null where it cannot be had. */
export async function ask(address, query) {
  const answer = await fetch(`${address}?${new URLSearchParams(query)}`).catch(() => null);
  return answer?.ok && !answer.redirected ? await answer.json() : null;
}
