import * as change from "./change.js";
import { ask } from "./data.js";
import { open } from "./dialog.js";
import { button, make, named } from "./dom.js";
import { canChange } from "./events.js";
import { boxOf, field, select } from "./field.js";
import { appointment, practitioner, state, treatment } from "./state.js";
import { said, theirs } from "./theirs.js";
import { minutesBetween, saidDate, saidTime } from "./words.js";

const most = 6;
const pause = 250;

/** How long and with whom; the next free times that fit both, to move to; and beside them any date and time. */
export function moveDialog(a) {
  const able = state.data.practitioners.filter(p => p.mayChange && p.gives.includes(a.treatment));
  const length = field("Minutes", "Minutes", "input", {
    type: "number", min: 5, max: 480, step: 5, value: minutesBetween(a.start, a.end), required: "",
  });
  const whom = select("With", "Practitioner", [...able.map(p => [p.id, p.name]), ["", "Anybody"]], a.practitioner);
  const times = make("ul", "offers");
  const dialog = open("Move to another time", [
    make("p", "", make("b", "", named(a.patient.name)), `, ${treatment(a.treatment)?.name}, `
      + `now ${saidDate(a.start)} at ${saidTime(a.start)} with ${practitioner(a.practitioner)?.name}`),
    make("div", "together", whom, length),
    make("h3", "", "Next free times"), times,
    make("h3", "", "Or choose"),
    make("div", "together",
      field("Date", "Date", "input", { type: "date", value: a.start.slice(0, 10), required: "" }),
      field("Time", "Time", "input", { type: "time", step: 300, value: a.start.slice(11), required: "" })),
  ], "Move", async typed => {
    const missing = ["Date", "Time", "Practitioner"].find(name => !typed[name]);
    if (missing) return { fields: { [missing]: missing === "Practitioner" ? "Choose with whom" : "Choose a date and a time" } };
    const answer = await go(a, `${typed.Date}T${typed.Time}`, Number(typed.Practitioner), Number(typed.Minutes));
    return answer.done || answer.canOverrule ? null : theirs(a, answer, now => `It is now ${said(now)}. `
      + (canChange(now) ? "Press again to move it all the same." : "It cannot be moved any more."));
  });
  const first = document.activeElement;
  const [minutes, who] = [boxOf(length), boxOf(whom)];
  let turn = 0;
  let typing = 0;
  who.addEventListener("change", offer);
  // While it is typed, not when the field is left: the press that leaves it may be on one of the times.
  minutes.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(offer, pause);
  });
  offer();

  // They are gone to at once, unless something else is done meanwhile.
  async function offer() {
    const mine = ++turn;
    say(minutes.validity.valid ? "Looking for free times" : "Choose 5 to 480 minutes, in fives.");
    if (!minutes.validity.valid) return;
    await change.settled(); // it stands where it is going to by then
    const free = await ask("/staff/diary/next", {
      treatment: a.treatment, with: practitioner(Number(who.value))?.slug ?? "", after: state.data.now, count: 2 * most,
      minutes: minutes.value, for: a.id, patient: a.patient.id,
    });
    if (mine !== turn) return;
    const fit = (free ?? []).filter(time => able.some(p => p.slug === time.practitioner)).slice(0, most);
    if (fit.length > 0) times.replaceChildren(...fit.map(time => make("li", "", choice(time))));
    else say(free ? "There are none in the next half year." : "They cannot be had just now.");
    if (mine === 1 && dialog.open && document.activeElement === first) times.querySelector("button")?.focus();
  }

  function say(words) {
    times.replaceChildren(make("li", "quiet", words));
  }

  function choice(time) {
    const chosen = button(`${saidDate(time.start)}, ${saidTime(time.start)} `, "", () => {
      dialog.close();
      go(a, time.start, able.find(p => p.slug === time.practitioner).id, Number(minutes.value));
    });
    chosen.append(make("small", "", time.name));
    return chosen;
  }
}

// As it is by now: somebody may have changed it since the dialog was opened.
const go = (a, start, whom, minutes) => change.move(appointment(a.id) ?? a, { start, practitioner: whom, minutes });
