import * as change from "./change.js";
import { cancel, note } from "./cancel.js";
import { request } from "./diary.js";
import { button, byId, make, named } from "./dom.js";
import { canCancel, canChange } from "./events.js";
import { blockRound } from "./free.js";
import { moveDialog } from "./move.js";
import { inTurn } from "./roles.js";
import { clinicNow } from "./data.js";
import { appointment, practitioner, state, treatment } from "./state.js";
import { minutesBetween, saidDate, saidSpan, statusOf } from "./words.js";

const place = byId("panel");
const used = new WeakMap(); // what had the focus last in each
const unfinished = [];
let backTo = null;

place.addEventListener("focusin", event => used.set(place.firstElementChild, event.target));

/** Shows an element beside the calendar. */
export function openPanel(element) {
  if (place.hidden) backTo = document.activeElement;
  state.chosen = null;
  putAside();
  if (!element.querySelector(".close")) element.prepend(closing());
  fill(element);
}

/** Closes it; a form that was put aside unfinished comes back. */
export function closePanel() {
  if (place.hidden) return;
  const within = place.contains(document.activeElement);
  state.chosen = null;
  place.hidden = true;
  place.replaceChildren();
  mark();
  const waiting = unfinished.findLast(isUnfinished);
  unfinished.splice(waiting ? unfinished.indexOf(waiting) : 0);
  if (waiting) {
    fill(waiting);
    used.get(waiting)?.focus();
  } else if (within) (backTo?.isConnected ? backTo : inTurn())?.focus();
}

/** Shows all that is known of an appointment, and what can be done with it. */
export function showAppointment(id) {
  state.chosen = id;
  putAside();
  fill(factsOf(appointment(id)));
}

/** After a fresh reading: the chosen appointment as it is now. */
export function follow() {
  mark();
  if (!state.chosen) return;
  const a = appointment(state.chosen);
  if (!a) closePanel();
  else if (place.firstElementChild?.dataset.shows !== shape(a)) {
    const key = document.activeElement?.closest("#panel button")?.getAttribute("aria-keyshortcuts");
    fill(factsOf(a));
    if (key) (place.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`) ?? place.querySelector("button"))?.focus();
  }
}

// The other line rings: what was typed for the first caller is kept until the second is seen to.
function putAside() {
  const form = place.firstElementChild;
  if (form && isUnfinished(form)) unfinished.push(form);
}

const isUnfinished = form => "unfinished" in form.dataset;

/** Whether a form holds what somebody has typed and not sent, beside the calendar or put aside. */
export const somethingIsUnfinished = () => [place.firstElementChild, ...unfinished].some(form => form && isUnfinished(form));

function fill(element) {
  place.replaceChildren(element);
  place.hidden = false;
  place.scrollTop = 0;
  mark();
}

// Which card the panel is about.
function mark() {
  for (const card of document.querySelectorAll(".ec-event.chosen")) card.classList.remove("chosen");
  if (state.chosen) document.querySelector(`.ec-event[data-event="a${state.chosen}"]`)?.classList.add("chosen");
}

const shape = a => JSON.stringify([a, blockRound(a), state.online, clinicNow() >= a.start]);

function factsOf(a) {
  const status = statusOf(a);
  const facts = make("article", "facts-of",
    closing(),
    make("h2", "", patientOf(a)),
    unfinished.length > 0 ? make("p", "notice care slim",
      `${unfinished.at(-1).dataset.unfinished ?? "A booking"} is not finished. `, button("Go on with it", "", closePanel, "button plain")) : "",
    make("p", "badges",
      make("span", `badge ${status.look}`, `${status.sign} ${status.word}`), " ",
      a.newPatient ? make("span", "badge care", "New patient") : "", " ",
      a.patient.dna ? make("span", "badge care", `✖ Did not attend ${times(a.patient.dna)}`) : ""),
    a.lane || a.overruled ? make("p", "notice care slim", `${a.lane ? "Double booking" : "Past the rules"}: ${a.overruled}`) : "",
    within(blockRound(a)),
    make("dl", "facts",
      ...fact("When", `${saidDate(a.start)}, ${saidSpan(a.start, a.end)} (${minutesBetween(a.start, a.end)} min)`),
      ...fact("With", [practitioner(a.practitioner)?.name, a.room].filter(Boolean).join(", ")),
      ...fact("What", `${treatment(a.treatment)?.name}, ${treatment(a.treatment)?.price}`),
      ...fact("Telephone", link(`tel:${a.patient.telephone.replaceAll(" ", "")}`, a.patient.telephone)),
      ...a.redFlags ? fact("Safety", `None of the signs, asked in version ${a.redFlags} of the questions`) : [],
      ...a.patient.note ? fact("About the patient", a.patient.note) : [],
      ...a.note ? fact("Note", a.note) : [],
      ...a.status === "Cancelled" ? fact("Cancelled", a.cancelReason ?? "") : []),
    make("ul", "texts", ...a.texts.map(t => make("li", "", make("span", `badge ${t.look}`, t.words)))),
    make("p", "does", ...deeds(a)),
    make("p", "", link(`/staff/appointment/${a.id}`, "History and every text")));
  facts.dataset.shows = shape(a);
  return facts;
}

function within(block) {
  if (!block) return "";
  const open = () => request("block", { id: block.id, start: null, practitioner: null });
  return make("p", "notice care slim", `Left standing in: ${block.reason}, ${saidSpan(block.start, block.end)}. `,
    button("See the block", "", open, "button plain"));
}

function closing() {
  const close = button("×", "", closePanel, "button plain close");
  close.setAttribute("aria-label", "Close");
  return close;
}

function patientOf({ patient }) {
  const element = link(`/staff/patients/${patient.id}`, "");
  element.append(named(patient.name));
  return element;
}

const times = count => count === 1 ? "once" : `${count} times`;

const fact = (name, value) => [make("dt", "", name), make("dd", "", value)];

function link(address, words) {
  const element = make("a", "", words);
  element.href = address;
  return element;
}

// A button for each key, and only for what can be done now.
function deeds(a) {
  if (!state.online) return [make("span", "quiet", "Only to read while there is no connection.")];
  if (!a.mayChange) return [make("span", "quiet", "Only to read: it is in somebody else's column.")];
  if (a.status === "Cancelled") return [button("Restore", "R", () => change.restore(a))];
  const begun = clinicNow() >= a.start;
  return [
    ["Booked", "Confirmed"].includes(a.status) && button("Mark arrived", "A", () => change.mark(a, "Arrived")),
    begun && a.status !== "Attended" && button("Mark attended", "E", () => change.mark(a, "Attended")),
    begun && a.status !== "DidNotAttend" && button("Mark not attended", "X", () => change.mark(a, "DidNotAttend")),
    canChange(a) && button("Move", "M", () => moveDialog(a)),
    canCancel(a) && button("Cancel", "C", () => cancel(a)),
    !["Booked", "Confirmed"].includes(a.status) && button("Take the mark off", "U", () => change.mark(a, "Booked")),
    button(a.note ? "Change the note" : "Write a note", "O", () => note(a)),
  ].filter(Boolean);
}
