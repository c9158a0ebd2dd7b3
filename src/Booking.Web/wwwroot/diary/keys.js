import { cancel, note } from "./cancel.js";
import * as change from "./change.js";
import { request } from "./diary.js";
import { byId } from "./dom.js";
import { canCancel, canChange } from "./events.js";
import { help, keysAreOn } from "./help.js";
import { moveDialog } from "./move.js";
import { giveUp, letGo, nudge, stretch, watchTheHand } from "./nudge.js";
import { closePanel } from "./panel.js";
import { nameInFocus } from "./roles.js";
import { appointment, isWeek, practitioner, state } from "./state.js";
import { dismiss, say, undo } from "./toast.js";
import { go, list, step, today, toggleCancelled } from "./travel.js";
import { chosen, jump, walk } from "./walk.js";

const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

const anywhere = {
  "/": () => byId("find").focus(),
  "?": help,
  n: () => byId("new").click(),
  b: () => request("block", { id: blockOf(), ...placeAfter() }),
  t: today,
  d: () => go({ view: "day" }),
  w: () => go({ view: "week" }),
  l: list,
  s: toggleCancelled,
};

// Keys about the appointment that has the focus or stands in the panel.
const ofAppointment = {
  a: a => change.mark(a, "Arrived"),
  e: a => change.mark(a, "Attended"),
  x: a => change.mark(a, "DidNotAttend"),
  m: a => canChange(a) ? moveDialog(a) : say("This cannot be moved."),
  c: a => canCancel(a) ? cancel(a) : say("It has begun or is over: it cannot be cancelled any more."),
  o: note,
  r: a => a.status === "Cancelled" && change.restore(a),
  u: a => change.mark(a, "Booked"),
  "+": a => stretch(a.id, 1),
  "=": a => stretch(a.id, 1), // the same key without Shift
  "-": a => stretch(a.id, -1),
};

// By these a move by key goes on.
const steps = ["+", "=", "-"];

export function takeKeys() {
  watchTheHand();
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      escape(event);
      return;
    }
    if (isField(event.target) || !keysAreOn()) return;
    if (act(event)) event.preventDefault();
  });
}

const isField = target => target.matches("input, select, textarea, [contenteditable]");

function escape(event) {
  if (giveUp()) return;
  if (isField(event.target) && event.target.closest(".bar")) event.target.blur();
  else {
    dismiss();
    closePanel();
  }
}

function act(event) {
  const { key, altKey, shiftKey } = event;
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z") return inOrder(takeBack);
  if (event.ctrlKey || event.metaKey) return false;
  if (altKey) return arrows.includes(key) && chosen() ? onward(chosen().id, key, shiftKey) : false;
  if (arrows.includes(key)) return arrow(key);
  if (key >= "1" && key <= "9") return does(() => jump(Number(key)));
  const name = key.toLowerCase();
  const a = ofAppointment[name] && chosen();
  if (a) return inOrder(() => actOn(a.id, name));
  return anywhere[name] ? (waiting > 0 ? inOrder : does)(anywhere[name]) : false;
}

let turn = Promise.resolve();
let waiting = 0;

// A quick hand does not wait for the answer to the key before: the next one is about what that answer says. What is pressed
// before a dialog opens is meant for the dialog.
function inOrder(something) {
  waiting++;
  turn = turn.then(() => document.querySelector("dialog[open]") ? null : something()).catch(reportError).then(() => waiting--);
  return true;
}

async function actOn(id, name) {
  const goesOn = steps.includes(name);
  if (!goesOn) letGo();
  if (!await change.settled()) return;
  const a = appointment(id);
  const done = a && (a.mayChange && state.online ? ofAppointment[name] : readOnly)(a);
  if (goesOn) await done;
}

const onward = (id, key, bySmall) => inOrder(async () => {
  if (await change.settled()) await nudge(id, key, bySmall);
});

const readOnly = () => say("This is only to read.");

// The latest change is the one in the hand, else the one on its way.
async function takeBack() {
  if (giveUp()) {
    say("Back where it was.");
    return;
  }
  if (await change.settled()) undo();
}

function arrow(key) {
  if (nameInFocus()) return does(() => walk(key));
  if (key === "ArrowLeft" || key === "ArrowRight") return does(() => step(key === "ArrowLeft" ? -1 : 1));
  return false;
}

function does(something) {
  something();
  return true;
}

/** The time that has the focus: a free one, or none; in a week it is whose week it is. */
export function placeOf() {
  const name = nameInFocus();
  if (!name?.startsWith("f")) return { start: null, practitioner: isWeek() ? state.with : null };
  const [id, start] = [name.slice(1, name.indexOf("-")), name.slice(name.indexOf("-") + 1)];
  return { start, practitioner: state.data.practitioners.find(p => p.id === Number(id))?.slug ?? null };
}

// A block follows the appointment that has the focus.
function placeAfter() {
  const a = nameInFocus()?.startsWith("a") && chosen();
  return a ? { start: a.end, practitioner: practitioner(a.practitioner).slug } : placeOf();
}

// One may lie in parts, round those who were left standing in it.
const blockOf = () => nameInFocus()?.startsWith("b") ? Number(nameInFocus().slice(1).split("-")[0]) : null;
