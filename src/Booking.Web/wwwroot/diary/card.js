import { make, named } from "./dom.js";
import { practitioner, treatment } from "./state.js";
import { saidDate, saidSpan, saidTime, statusOf, textOf } from "./words.js";

const looks = { Arrived: "arrived", Attended: "attended", DidNotAttend: "missed", Cancelled: "cancelled" };

/** How an appointment's card looks: by treatment, and by how far it has come. */
export const classesOf = a => ["appt", `look${treatment(a.treatment)?.look ?? 0}`, looks[a.status] ?? "", a.overruled || a.lane ? "overruled" : ""]
  .filter(Boolean);

/** What a card says. The name comes first: of what is cut off, it goes last. */
export function cardOf(a) {
  const status = statusOf(a);
  const text = textOf(a);
  const first = make("span", "line first", make("span", "clock", saidTime(a.start).slice(0, -2)), make("b", "name", named(a.patient.name)));
  if (a.newPatient) first.append(make("span", "tag new", "New"));
  if (a.overruled || a.lane) first.append(make("span", "tag past", a.lane ? "Double" : "Overruled"));
  if (ringsFor(a, text)) first.append(make("span", "tag ring", "Ring"));
  const second = make("span", "line", make("span", "status", status.sign), " ", make("span", "word", status.word), make("span", "what", treatment(a.treatment)?.name ?? ""));
  const third = make("span", "line third",
    text ? make("span", `text ${text.look}`, `${text.sign} ${text.words}`) : "",
    a.redFlags ? make("span", "flags", `⚑ none, version ${a.redFlags}`) : "",
    a.patient.dna ? make("span", "dna", `✖ ${a.patient.dna} missed`) : "");
  return [make("span", "card-lines", first, second, third)];
}

/** The same in one sentence, for whoever listens. */
export function sentenceOf(a) {
  const text = textOf(a);
  return [
    `${a.patient.name}, ${saidSpan(a.start, a.end)}, ${saidDate(a.start)}`,
    `with ${practitioner(a.practitioner)?.name}`,
    treatment(a.treatment)?.name,
    statusOf(a).word,
    a.newPatient && "new patient",
    a.lane ? "double booking" : a.overruled && "rule overruled",
    text?.words,
    a.redFlags && `safety questions: none, version ${a.redFlags}`,
    a.patient.dna && `did not attend ${a.patient.dna} times`,
  ].filter(Boolean).join(", ");
}

// A text that did not reach somebody who has come since is no trouble any more.
const ringsFor = (a, text) => ["bad", "care"].includes(text?.look) && ["Booked", "Confirmed"].includes(a.status);
