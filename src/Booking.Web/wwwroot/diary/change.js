import { distrust } from "./calendar.js";
import { overrule } from "./overrule.js";
import { redraw, refresh } from "./refresh.js";
import { appointment, practitioner, state } from "./state.js";
import { offerUndo, tell } from "./toast.js";
import * as wire from "./wire.js";
import { addMinutes, minutesBetween } from "./words.js";

const unreachable = { refusal: "The clinic's computer does not answer. Nothing was changed.", kind: "offline" };
const signedOut = { refusal: "You are signed out. Sign in again in another window, then repeat this.", kind: "forbidden" };
const strange = { refusal: "That could not be done. Load the page again and repeat it.", kind: "bad" };

// Time taken out of the diary has a page of its own to answer.
const pageOf = handler => ["Block", "Unblock", "PutBack", "Late"].includes(handler) ? "block" : "change";

/** Sends a change, and brings back the answer: { done, undo, undoSeconds } or { refusal, kind, canOverrule, fields }. */
export async function post(handler, fields) {
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(each => [name, each]));
  try {
    return await wire.post(`/staff/diary/${pageOf(handler)}?handler=${handler}`, state.token, all);
  } catch (error) {
    return error instanceof wire.SignedOut ? signedOut : error instanceof wire.Strange ? strange : unreachable;
  }
}

/** Shows what came of a change; where a rule is in the way that may be overruled, asks for the reason and sends it again. */
export async function settle(answer, again = null) {
  if (answer.done) {
    learn(answer);
    offerUndo(answer);
  }
  else if (answer.canOverrule && again) {
    await redraw();
    overrule(answer.refusal, async reason => finish(await again(reason)));
    return;
  } else tell(answer.refusal, "bad");
  await refresh();
}

/** For a dialog: a change that was refused leaves it open, with what was typed in it. */
export function finish(answer) {
  if (!answer.done) return answer;
  settle(answer);
  return null;
}

// What we have changed ourselves we have seen: a quick hand goes on before the fresh reading has come.
function learn({ undo }) {
  for (const { id, version } of undo ?? []) if (appointment(id)?.version < version) appointment(id).version = version;
}

const seen = a => ({ Id: a.id, Version: a.version });

/** Puts it elsewhere: shown at once, and put back if the clinic says no. Where nothing changed, nothing is sent. Brings the answer. */
export async function move(a, to, { mayOverrule = true } = {}) {
  const minutes = to.minutes ?? minutesBetween(a.start, a.end);
  const before = { ...a };
  distrust();
  if (a.start === to.start && a.practitioner === to.practitioner && minutes === minutesBetween(a.start, a.end)) {
    await redraw();
    return { done: "Nothing has changed" };
  }
  Object.assign(a, { start: to.start, end: addMinutes(to.start, minutes), practitioner: to.practitioner });
  redraw();
  const send = reason => post("Move", {
    ...seen(before),
    Practitioner: practitioner(to.practitioner).slug,
    Start: to.start,
    Minutes: minutes === minutesBetween(before.start, before.end) ? null : minutes,
    Overrule: reason,
  });
  const answer = await send(null);
  if (!answer.done) {
    Object.assign(appointment(before.id) ?? {}, before);
    distrust();
  }
  await settle(answer, mayOverrule ? send : null);
  return answer;
}

export async function mark(a, status) {
  const answer = await post("Mark", { ...seen(a), Status: status });
  if (answer.done) Object.assign(appointment(a.id) ?? {}, { status });
  await settle(answer);
}

export async function restore(a) {
  await settle(await post("Restore", seen(a)));
}

export const cancel = (a, reason) => post("Cancel", { ...seen(a), Reason: reason });

export const note = (a, words) => post("Note", { ...seen(a), Note: words });
