import { clinicNow } from "./data.js";
import { classesOf } from "./card.js";
import { blockRound, freeOf, gaps, standing } from "./free.js";
import { columns, isWeek, practitioner, state } from "./state.js";
import { addDays, addMinutes, dateOf, saidDate, saidSpan, saidTime } from "./words.js";

// What the widget calls events: appointments, free time, blocks and holds that can be seen as things, and behind them what
// is merely grey. `heard` is what is only heard of them.
export function eventsOf() {
  return [...appointments(), ...free(), ...blocks(), ...holds(), ...behind(), ...now()];
}

const event = (id, whom, start, end, looks, more = {}) => ({
  id, start, end, resourceIds: [String(whom)], classNames: looks, editable: false, ...more,
});

const appointments = () => state.data.appointments.map(a => event(`a${a.id}`, a.practitioner, a.start, a.end, classesOf(a), {
  startEditable: canChange(a),
  durationEditable: canChange(a),
  extendedProps: { kind: "appointment", id: a.id, known: a, within: blockRound(a)?.reason },
}));

/** Whether it can still be moved by whoever looks. */
export const canChange = a => a.mayChange && state.online && ["Booked", "Confirmed", "Arrived"].includes(a.status);

/** Whether it can still be cancelled: what has begun is marked, as attended or not. */
export const canCancel = a => ["Booked", "Confirmed"].includes(a.status) && clinicNow() < a.start;

const free = () => columns().filter(p => p.mayChange).flatMap(p => freeOf(p).map(gap =>
  event(`f${p.id}-${gap.start}`, p.id, gap.start, gap.end, ["free"], {
    extendedProps: { kind: "free", practitioner: p.slug, start: gap.start,
      heard: `Free, ${saidSpan(gap.start, gap.end)}, ${saidDate(gap.start)}, with ${p.name}. Book` },
  })));

// Where an appointment was left standing in it, the widget would put the two side by side: what the appointments leave of
// it can be chosen. If that is nothing, they themselves say that they stand in it and lead to it.
const blocks = () => state.data.blocks.flatMap(b => gaps(b, standing(b.practitioner)).map((part, n) =>
  event(n ? `b${b.id}-${n}` : `b${b.id}`, b.practitioner, part.start, part.end, ["taken"], {
    extendedProps: { kind: "block", id: b.id, words: b.reason,
      heard: `${b.reason}, ${saidSpan(b.start, b.end)}, ${practitioner(b.practitioner)?.name}` },
  })));

const holds = () => state.data.holds.map((h, n) => event(`h${n}-${h.start}`, h.practitioner, h.start, h.end, ["kept"], {
  extendedProps: { kind: "hold", words: keptFor(h), heard: `${keptFor(h)}, ${saidTime(h.start)}, ${practitioner(h.practitioner)?.name}` },
}));

const keptFor = h => h.offered ? `\u2709 Kept for an offer until ${saidTime(h.until)}` : "Being booked online";

const grey = (id, whom, start, end, look) => event(id, whom, start, end, [look], { display: "background" });

// Outside somebody's hours, their breaks, and the minutes after an appointment in which the room is made ready.
function behind() {
  const tails = state.data.appointments.filter(a => a.turnaround && a.status !== "Cancelled")
    .map(a => grey(`t${a.id}`, a.practitioner, a.end, addMinutes(a.end, a.turnaround), "tail"));
  return tails.concat(shown().flatMap(p => state.data.days.flatMap(({ date }) => {
    const worked = p.hours.filter(h => dateOf(h.start) === date);
    const day = { start: `${date}T00:00`, end: `${addDays(date, 1)}T00:00` };
    return gaps(day, worked).map((gap, n) => {
      const rest = worked.length > 0 && gap.start !== day.start && gap.end !== day.end;
      return grey(`o${p.id}-${date}-${n}`, p.id, gap.start, gap.end, rest ? "rest" : "off");
    });
  })));
}

const shown = () => isWeek() ? columns().filter(p => p.slug === state.with) : columns();

// The line of the present is ours: the widget's would show the browser's own time.
const now = () => shown().map(p => grey(`n${p.id}`, p.id, clinicNow(), addMinutes(clinicNow(), 1), "now"));
