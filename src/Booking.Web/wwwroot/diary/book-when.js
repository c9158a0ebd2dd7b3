import { boxOf, field, select } from "./field.js";
import { button, make } from "./dom.js";
import { get } from "./wire.js";
import { saidDate, saidTime } from "./words.js";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const hours = Array.from({ length: 15 }, (_, hour) => `${String(hour + 7).padStart(2, "0")}:00`);

/** What, with whom and when: from the click, or the next free time, or any that reception types. `changed` is told. */
export function when(diary, { start, practitioner }, patientId, changed) {
  const { treatments, practitioners } = diary.state.data;
  const what = select("Treatment", "Treatment", treatments.map(one => [one.slug, `${one.name}, ${one.minutes} min, ${one.price}`]));
  const whom = select("With", "Practitioner",
    [["", "Anybody"], ...practitioners.filter(p => p.mayChange).map(p => [p.slug, p.name])], practitioner);
  const day = field("Day", "Day", "input", { type: "date" });
  const time = field("Time", "Time", "input", { type: "time", step: "300" });
  const length = field("Minutes", "Minutes", "input", { type: "number", min: "5", max: "480", step: "5", inputmode: "numeric" });
  const on = select("On", "On", [["", "Any day"], ...weekdays.map(name => [name, name])]);
  const since = select("From", "From", [["", "Any time"], ...hours.map(hour => [hour, saidTime(`2000-01-01T${hour}`)])]);
  const [treatment, who, date, clock, minutes, weekday, earliest] = [what, whom, day, time, length, on, since].map(boxOf);
  const free = make("ul", "offers");
  const list = make("a", "", "Nothing suits? Put them on the waiting list");
  const more = make("details", "free-times", make("summary", "", "Next free times"), make("div", "together", on, since), free,
    make("p", "quiet", list));
  let after = from(start?.slice(0, 10) ?? diary.state.date); // the day that reception looks at, or a later one
  let reading = Promise.resolve();
  let turn = 0;

  more.open = !start;
  if (start) put(start);
  suit();

  treatment.addEventListener("change", () => { fit(); renew(); });
  who.addEventListener("change", renew);
  weekday.addEventListener("change", seek);
  earliest.addEventListener("change", seek);
  date.addEventListener("change", () => { after = from(date.value); renew(); });
  clock.addEventListener("change", changed);
  minutes.addEventListener("change", renew);
  more.addEventListener("toggle", () => { if (more.open && !free.children.length) offer(); });
  if (more.open) offer();
  // As it stands when it is followed: whom and what may have been chosen since.
  list.addEventListener("pointerdown", lead);
  list.addEventListener("focus", lead);
  lead();

  function lead() {
    list.href = `/staff/waiting/add?${new URLSearchParams({ patient: patientId() ?? "", treatment: treatment.value })}`;
  }

  function from(date) {
    return date ? `${date}T00:00` : "";
  }

  function gives(slug, what) {
    return practitioners.find(p => p.slug === slug)?.gives.includes(what) ?? true;
  }

  // Whom the click chose gives it, or what is chosen becomes the first that they give.
  function suit() {
    if (!gives(who.value, treatment.value)) treatment.value = treatments.find(t => gives(who.value, t.slug))?.slug ?? treatment.value;
    fit();
  }

  function usual() {
    return treatments.find(t => t.slug === treatment.value)?.minutes;
  }

  function fit() {
    minutes.value = usual() ?? "";
  }

  // Nothing where it is as long as the treatment takes.
  function unusual() {
    return Number(minutes.value) === usual() ? "" : minutes.value;
  }

  function renew() {
    changed();
    if (more.open) offer();
    else free.replaceChildren();
  }

  // Whoever asks for Tuesdays after five wants the first of them, not the time that stood there before.
  function seek() {
    [date.value, clock.value] = ["", ""];
    renew();
  }

  function offer() {
    reading = read(++turn);
    return reading;
  }

  async function read(mine) {
    const times = await get("/staff/diary/next", {
      treatment: treatment.value, with: who.value, after, on: weekday.value, from: earliest.value, patient: patientId() ?? "", minutes: unusual(), count: 6,
    }).catch(() => null);
    if (mine !== turn) return;
    if (!clock.value && times?.length) choose(times[0]);
    free.replaceChildren(...times?.length ? times.map(line)
      : [make("li", "quiet", times ? "None in the next half year." : "They cannot be read just now.")]);
  }

  function line(one) {
    const words = `${saidDate(one.start)}, ${saidTime(one.start)}, ${one.name.split(" ")[0]}`;
    return make("li", "", button(words, "", () => choose(one), "button second time-to-book"));
  }

  function choose(one) {
    put(one.start);
    if (who.value !== one.practitioner) who.value = one.practitioner;
    changed();
  }

  function put(start) {
    [date.value, clock.value] = [start.slice(0, 10), start.slice(11, 16)];
  }

  return {
    element: make("div", "place", make("div", "together", what, whom), make("div", "together", day, time, length), more),
    line,
    choose,
    /** As last time, as far as the click has not settled it. */
    asLastTime(patient) {
      if (!practitioner && patient.lastPractitioner && [...who.options].some(o => o.value === patient.lastPractitioner)) who.value = patient.lastPractitioner;
      if (treatments.some(t => t.slug === patient.lastTreatment)) treatment.value = patient.lastTreatment;
      suit();
      if (!start) {
        [date.value, clock.value] = ["", ""];
        offer();
      }
      changed();
    },
    /** Once the free times that are being read are there. */
    ready: () => reading,
    /** What, when and with whom, in one line; `visits` are the starts of a course. */
    said(visits) {
      const start = visits[0] ?? this.start;
      const times = visits.length > 1 ? `${visits.length} visits, the first ` : "";
      return [
        `${treatments.find(t => t.slug === treatment.value)?.name} ${minutes.value} min`,
        (start ? `${times}${saidDate(start)} ${saidTime(start)}` : "no time yet")
          + ` with ${practitioners.find(p => p.slug === who.value)?.name ?? "anybody"}`,
      ].join(", ");
    },
    get treatment() { return treatment.value; },
    get practitioner() { return who.value; },
    get minutes() { return unusual(); },
    get start() { return date.value && clock.value ? `${date.value}T${clock.value}` : ""; },
    fields: () => [["Treatment", treatment.value], ["Practitioner", who.value], ["Minutes", unusual()]],
  };
}
