import { make, named } from "./dom.js";
import { blockRound } from "./free.js";
import { practitioner, treatment } from "./state.js";
import { saidDate, saidSpan, saidTime, statusOf, textOf } from "./words.js";

const looks = { Arrived: "arrived", Attended: "attended", DidNotAttend: "missed", Cancelled: "cancelled" };

/** How an appointment's card looks: by treatment, and by how far it has come. */
export const classesOf = a => [
  "appt", `look${treatment(a.treatment)?.look ?? 0}`, looks[a.status], (a.overruled || a.lane) && "overruled",
].filter(Boolean);

/**
 * What a card says, in three lines: who, and what must be seen on the shortest card; how far it has come; its texts. A line, or
 * a part of one, that does not fit whole is not shown, but is still heard.
 */
export function cardOf(a) {
  const status = statusOf(a);
  const text = hasCome(a) ? null : textOf(a);
  const first = make("span", "line",
    make("span", "clock", saidTime(a.start).slice(0, -2)), " ",
    sign("status", status.sign), make("b", "name", named(a.patient.name)), " ",
    a.lane ? sign("tag past", "2×") : "", text?.rings ? make("span", "tag ring", "Ring") : "", " ");
  const second = make("span", "line",
    make("span", "word", status.word), " ",
    a.lane || a.overruled ? make("span", "past", a.lane ? "Double booking" : "Past the rules") : "", " ",
    a.newPatient ? make("span", "tag new", "New") : "", " ",
    blockRound(a) ? make("span", "past within", `In: ${blockRound(a).reason}`) : "", " ",
    make("span", "what", treatment(a.treatment)?.name ?? ""), " ");
  const third = make("span", "line",
    text ? make("span", `text ${text.look}`, sign("", text.sign), text.isUsual ? heard(text.words) : ` ${text.words}`) : "", " ",
    a.redFlags ? make("span", "flags", sign("", "⚑ "), "Safety: none", heard(` of the signs, version ${a.redFlags}`)) : "", " ",
    a.patient.dna ? make("span", "dna", sign("", "✖"), ` ${a.patient.dna} missed`) : "", " ");
  const whole = `${saidSpan(a.start, a.end)}, ${saidDate(a.start)}, with ${practitioner(a.practitioner)?.name}`;
  return hit("card-lines", first, second, third, heard(whole));
}

/** The button in a thing of the calendar: what it says is its name, and what is only heard comes last. */
export function hit(look, ...inside) {
  const button = make("span", look, ...inside);
  button.setAttribute("role", "button");
  button.dataset.hit = "";
  button.tabIndex = -1;
  return button;
}

export const heard = words => make("span", "visually-hidden", words);

export function sign(look, text) {
  const shown = make("span", look, text);
  shown.setAttribute("aria-hidden", "true");
  return shown;
}

// A text that did not reach somebody who has come since is no trouble any more.
const hasCome = a => ["Arrived", "Attended", "DidNotAttend"].includes(a.status);
