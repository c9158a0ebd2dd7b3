import * as change from "./change.js";
import { ask } from "./data.js";
import { open } from "./dialog.js";
import { button, make, named } from "./dom.js";
import { field, select } from "./field.js";
import { appointment, practitioner, state, treatment } from "./state.js";
import { said, theirs } from "./theirs.js";
import { minutesBetween, saidDate, saidTime } from "./words.js";

/** The next free times to move to, and beside them any date, time, length and practitioner. */
export function moveDialog(a) {
  const able = state.data.practitioners.filter(p => p.mayChange && p.gives.includes(a.treatment));
  const times = make("ul", "offers", make("li", "quiet", "Looking for free times"));
  const dialog = open("Move to another time", [
    make("p", "", make("b", "", named(a.patient.name)), `, ${treatment(a.treatment)?.name}, `
      + `now ${saidDate(a.start)} at ${saidTime(a.start)} with ${practitioner(a.practitioner)?.name}`),
    make("h3", "", "Next free times"), times,
    make("h3", "", "Or choose"),
    make("div", "together",
      field("Date", "Date", "input", { type: "date", value: a.start.slice(0, 10), required: "" }),
      field("Time", "Time", "input", { type: "time", step: 300, value: a.start.slice(11), required: "" }),
      field("Minutes", "Minutes", "input", {
        type: "number", min: 5, max: 480, step: 5, value: minutesBetween(a.start, a.end), required: "",
      }),
      select("With", "Practitioner", able.map(p => [p.id, p.name]), a.practitioner)),
  ], "Move", async typed => {
    if (!typed.Date || !typed.Time) return { fields: { [typed.Date ? "Time" : "Date"]: "Choose a date and a time" } };
    const answer = await go(a, `${typed.Date}T${typed.Time}`, Number(typed.Practitioner), Number(typed.Minutes));
    return answer.done || answer.canOverrule ? null
      : theirs(a.id, answer, now => `It is now ${said(now)}. Press again to move it all the same.`);
  });
  offer(a, dialog, times);
}

// As it is by now: somebody may have changed it since the dialog was opened.
const go = (a, start, whom, minutes) => change.move(appointment(a.id) ?? a, { start, practitioner: whom, minutes });

async function offer(a, dialog, times) {
  const free = await ask("/staff/diary/next", { treatment: a.treatment, with: "", after: state.data.now, count: 12, for: a.id, patient: a.patient.id });
  const theirs = (free ?? []).filter(time => state.data.practitioners.some(p => p.mayChange && p.slug === time.practitioner)).slice(0, 6);
  const lines = theirs.map(time => make("li", "", choice(time, () => {
    dialog.close();
    go(a, time.start, state.data.practitioners.find(p => p.slug === time.practitioner).id, minutesBetween(a.start, a.end));
  })));
  if (lines.length === 0) lines.push(make("li", "quiet", free ? "There are none in the next weeks." : "They cannot be had just now."));
  times.replaceChildren(...lines);
  if (dialog.open) times.querySelector("button")?.focus();
}

function choice(time, act) {
  const chosen = button(`${saidDate(time.start)}, ${saidTime(time.start)} `, "", act);
  chosen.append(make("small", "", time.name));
  return chosen;
}
