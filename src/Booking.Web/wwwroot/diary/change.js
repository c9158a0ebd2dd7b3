import { isHeld, whenFree } from "./busy.js";
import { distrust } from "./calendar.js";
import { learn } from "./data.js";
import { overrule } from "./overrule.js";
import { redraw, refresh } from "./refresh.js";
import { focus, thing } from "./roles.js";
import { appointment, practitioner, state } from "./state.js";
import { offerUndo, tell } from "./toast.js";
import * as wire from "./wire.js";
import { addMinutes, minutesBetween } from "./words.js";

const unreachable = { refusal: "The clinic's computer does not answer. Nothing was changed.", kind: "offline" };
const signedOut = { refusal: "You are signed out. Sign in again in another window, then repeat this.", kind: "forbidden" };
const strange = { refusal: "That could not be done. Load the page again and repeat it.", kind: "bad" };
const outOfTurn = { refusal: "What you did just before was refused. Look again, then repeat this.", kind: "rule" };

// Booking and time taken out of the diary have pages of their own to answer.
const addressOf = handler => handler === "Book" ? "book"
  : `${["Block", "Unblock", "PutBack", "Late"].includes(handler) ? "block" : "change"}?handler=${handler}`;

const underWay = new Set(); // what was sent and is not answered yet

/**
 * Sends a change, and brings back the answer: { done, undo, undoSeconds } or { refusal, kind, canOverrule, fields }. What has
 * become of appointments is told with it, and known before anybody sees the answer.
 */
export async function post(handler, fields) {
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(each => [name, each]));
  const sent = wire.post(`/staff/diary/${addressOf(handler)}`, state.token, all)
    .catch(error => error instanceof wire.SignedOut ? signedOut : error instanceof wire.Strange ? strange : unreachable);
  underWay.add(sent);
  const answer = await sent;
  underWay.delete(sent);
  if (answer.now) learn(answer.now);
  return answer;
}

/**
 * Once all that was sent is answered and shown: whether it was done. Whoever asked for more before they saw that it was refused
 * has not asked for it as things stand.
 */
export async function settled() {
  let isDone = true;
  while (underWay.size > 0) {
    const answers = await Promise.all(underWay);
    await new Promise(shown => setTimeout(shown));
    isDone &&= answers.every(answer => answer.done);
  }
  return isDone;
}

// One change after the other, each of what the one before has left.
async function send(a, handler, fields) {
  if (underWay.size > 0 && !await settled()) return outOfTurn;
  return post(handler, { ...seen(a), ...fields });
}

function seen(a) {
  const { id, version } = appointment(a.id) ?? a;
  return { Id: id, Version: version };
}

/** Shows what came of a change; where a rule is in the way that may be overruled, asks for the reason and sends it again. */
export async function settle(answer, again = null) {
  if (answer.done) offerUndo(answer, takingBack(answer));
  else if (answer.canOverrule && again) {
    await redraw();
    overrule(answer.refusal, async reason => finish(await again(reason)));
    return;
  } else tell(answer.refusal, "bad");
  if (isHeld()) whenFree(redraw);
  else await redraw();
  const made = answer.booked ? `a${answer.booked[0].id}` : answer.unblock ? `b${answer.unblock.id}` : null;
  const isThere = made && goTo(made);
  await refresh();
  if (made && !isThere) goTo(made);
}

/** For a dialog: a change that was refused leaves it open, with what was typed in it. */
export function finish(answer) {
  if (!answer.done) return answer;
  settle(answer);
  return null;
}

// What was just made has the focus, for the next key; but not while something else is filled in.
function goTo(name) {
  const hit = thing(document.getElementById("calendar"), name);
  if (hit && !document.activeElement?.closest("#panel, dialog")) focus(hit);
  return hit;
}

// How a change is taken back; null where there is nothing to take back.
function takingBack(answer) {
  const { done, undo, unblock, removed } = answer;
  const take = undo?.length ? () => post("Undo", { Changes: undo.map(({ id, version }) => `${id}:${version}`) })
    : unblock ? () => post("Unblock", { Id: unblock.id, Series: unblock.series })
    : removed ? () => post("PutBack", { Id: removed })
    : null;
  return take && (async () => {
    const back = await take();
    if (back.kind === "offline") offerUndo(answer, takingBack(answer)); // it can be tried again
    await settle(!back.done || removed ? back : { done: `Undone: ${done}` }); // of time blocked again it is said who stands in it
  });
}

/** Puts it elsewhere: shown at once, and put back if the clinic says no. Where nothing changed, nothing is sent. Brings the answer. */
export async function move(a, to, { mayOverrule = true } = {}) {
  const minutes = to.minutes ?? minutesBetween(a.start, a.end);
  const before = placeOf(a);
  const isLonger = minutes !== minutesBetween(before.start, before.end);
  distrust();
  if (a.start === to.start && a.practitioner === to.practitioner && !isLonger) {
    await redraw();
    return { done: "Nothing has changed" };
  }
  Object.assign(a, { start: to.start, end: addMinutes(to.start, minutes), practitioner: to.practitioner });
  redraw();
  const ask = reason => send(a, "Move", {
    Practitioner: practitioner(to.practitioner).slug,
    Start: to.start,
    Minutes: isLonger ? minutes : null,
    Overrule: reason,
  });
  const answer = await ask(null);
  if (!answer.done) {
    if (!answer.now) for (const one of [a, appointment(a.id)]) Object.assign(one ?? {}, before);
    distrust();
  }
  await settle(answer, mayOverrule ? ask : null);
  return answer;
}

const placeOf = ({ start, end, practitioner: whom }) => ({ start, end, practitioner: whom });

export const mark = async (a, status) => settle(await send(a, "Mark", { Status: status }));

export const restore = async a => settle(await send(a, "Restore", {}));

export const cancel = (a, reason) => send(a, "Cancel", { Reason: reason });

export const note = (a, words) => send(a, "Note", { Note: words });
