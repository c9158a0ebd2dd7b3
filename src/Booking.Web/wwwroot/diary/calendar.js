import { cardOf, heard, hit, sign } from "./card.js";
import { make } from "./dom.js";
import { range } from "./data.js";
import { eventsOf } from "./events.js";
import { keepPlace, leave, placeInTurn, repair, settle, unbutton } from "./roles.js";
import { appointment, columns, isWeek, state } from "./state.js";
import { saidDate, saidTime, wallOf } from "./words.js";

const place = document.getElementById("calendar");
const act = {};
let widget = null;
const told = {};
let could = true;
const kept = new Map();
const scrolled = {};

/** Makes the calendar; `acts` is what it calls: open, book, block, moved, resized, busy(on). */
export function start(acts) {
  Object.assign(act, acts);
  const options = shown();
  for (const [name, value] of Object.entries(options)) told[name] = JSON.stringify(value);
  widget = EventCalendar.create(place, {
    ...options,
    headerToolbar: { start: "", center: "", end: "" },
    titleFormat: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
    dayHeaderFormat: { weekday: "short", day: "numeric", month: "short" },
    locale: "en-GB",
    firstDay: 1,
    allDaySlot: false,
    slotDuration: "00:15",
    snapDuration: { minutes: state.data.grid },
    slotLabelInterval: "01:00",
    slotLabelFormat: time => saidTime(wallOf(time)).replace(":00", ""),
    slotHeight: 20,
    slotEventOverlap: false,
    columnWidth: "minmax(9rem, 1fr)",
    longPressDelay: 400,
    resourceLabelContent: ({ resource }) => ({ domNodes: heading(resource.extendedProps) }),
    eventContent: ({ event }) => contentOf(event),
    eventDidMount: ({ el, event }) => {
      el.dataset.event = event.id;
      unbutton(el);
    },
    eventClick: ({ event, jsEvent }) => press(event, jsEvent),
    dateClick: ({ date, resource }) => act.book(wallOf(date), resource?.id),
    dragConstraint: ({ event }) => (could = mayStand(event)),
    eventDragStart: () => {
      could = true;
      act.busy(true);
    },
    eventDragStop: () => {
      if (!could) act.refused();
      act.busy(false);
    },
    eventResizeStart: () => act.busy(true),
    eventResizeStop: () => act.busy(false),
    eventDrop: ({ event }) => act.moved(idOf(event), wallOf(event.start), whose(event)),
    eventResize: ({ event }) => act.resized(idOf(event), wallOf(event.end)),
    viewDidMount: () => repair(place),
  });
  keepPlace(place);
  setTimeout(() => settle(place)); // by then everything stands in the page
}

/** Shows what is known now; what is the same stays untouched, and with it the focus. */
export function show() {
  const options = shown();
  const had = leave();
  const was = placeInTurn();
  for (const [name, value] of Object.entries(options)) {
    const text = JSON.stringify(value);
    if (text !== told[name]) widget.setOption(name, value);
    told[name] = text;
  }
  return new Promise(done => setTimeout(() => {
    settle(place, had, was);
    done();
  }));
}

/** The widget has moved something by itself: what we told it last is no longer what it shows. */
export const distrust = () => { told.events = ""; };

/** The time under a point of the screen, or null. */
export const timeAt = (x, y) => {
  const found = widget.dateFromPoint(x, y);
  return found && wallOf(found.date);
};

function shown() {
  const { from, days } = range();
  const [first, last] = openingHours();
  return {
    view: isWeek() ? "timeGridWeek" : "resourceTimeGridDay",
    date: from,
    hiddenDays: days === 7 && state.data.days.at(-1).why?.includes("not work") ? [0] : [],
    slotMinTime: `${first}:00`,
    slotMaxTime: `${last}:00`,
    resources: columns().map(p => ({ id: p.id, title: p.name, extendedProps: { ...p, hours: null, count: countOf(p) } })),
    scrollTime: scrollTo(),
    events: eventsOf(),
  };
}

const countOf = p => state.data.appointments.filter(a => a.practitioner === p.id && a.status !== "Cancelled").length;

function openingHours() {
  const stretches = [...state.data.practitioners.flatMap(p => p.hours), ...state.data.appointments];
  const hours = stretches.flatMap(s => [Number(s.start.slice(11, 13)), Math.ceil(minutesOf(s) / 60)]);
  return hours.length > 0 ? [Math.min(...hours), Math.max(...hours)] : [8, 18];
}

const minutesOf = ({ start, end }) => start.slice(0, 10) === end.slice(0, 10)
  ? Number(end.slice(11, 13)) * 60 + Number(end.slice(14, 16)) : 24 * 60;

// Another day begins with the hour before this one, if it is today; the same day stays where it was scrolled to.
function scrollTo() {
  const day = `${state.view} ${range().from}`;
  const { now } = state.data;
  const hour = now.startsWith(range().from) ? Number(now.slice(11, 13)) - 1 : 0;
  if (day !== scrolled.day) Object.assign(scrolled, { day, time: `${hour}:00` });
  return scrolled.time;
}

function heading(p) {
  return [make("span", "who", p.name), make("span", "role", [`${p.count} booked`, p.role].filter(Boolean).join(" · "))];
}

// Of what stays as it is, the very same elements are given back: drawn anew they would lose the focus.
function contentOf(event) {
  const { id, display, extendedProps, start } = event;
  if (display === "background") return { domNodes: [] };
  if (display !== "auto") return { domNodes: [drawn(extendedProps, display, start)] };
  const what = JSON.stringify([extendedProps, state.cancelled]);
  if (kept.get(id)?.what !== what) {
    kept.set(id, { what, content: { domNodes: [drawn(extendedProps, display, start)] } });
  }
  return kept.get(id).content;
}

function drawn(props, display, start) {
  switch (props.kind) {
    case "appointment": return cardOf(withPlace(appointment(props.id) ?? props.known, display, start));
    case "free": return hit("gap-hit", sign("plus", "+"), " ", sign("when", saidTime(props.start)), heard(props.heard));
    case "block": return hit("words", props.words, heard(props.heard));
    default: return make("span", "words", props.words, heard(props.heard));
  }
}

// What is dragged says where it would come to stand.
const withPlace = (a, display, start) => display === "auto" ? a : { ...a, start: wallOf(start) };

function press(event, jsEvent) {
  const { kind, id, practitioner, start } = event.extendedProps;
  jsEvent.preventDefault(); // the same Enter would go on to send the form that opens
  if (kind === "appointment") act.open(id);
  if (kind === "block") act.block(id);
  const pointed = jsEvent.clientX ? timeAt(jsEvent.clientX, jsEvent.clientY) : null;
  if (kind === "free") act.book(pointed ?? start, practitioner);
}

const idOf = event => event.extendedProps.id;
const whose = event => Number(event.resourceIds[0]);

function mayStand(event) {
  const to = state.data.practitioners.find(p => p.id === whose(event));
  const { known } = event.extendedProps;
  return Boolean(to?.mayChange && to.gives.includes((appointment(known.id) ?? known).treatment));
}

export const titleOf = () => isWeek() ? `Week of ${saidDate(range().from).slice(4)}` : saidDate(state.date);
