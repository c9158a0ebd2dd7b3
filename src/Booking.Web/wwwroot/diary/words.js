// How times and dates are said and reckoned here. All of them are the clinic's wall clock, written 2026-11-23T09:15; the
// browser's own time zone never comes into it.
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const parse = wall => new Date(`${wall.length > 10 ? wall : `${wall}T00:00`}Z`);
const write = (date, length) => date.toISOString().slice(0, length);

/** 9:15am */
export function saidTime(wall) {
  const hour = Number(wall.slice(11, 13));
  return `${hour % 12 || 12}:${wall.slice(14, 16)}${hour < 12 ? "am" : "pm"}`;
}

/** Mon 23 Nov */
export function saidDate(wall) {
  const date = parse(wall.slice(0, 10));
  return `${days[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

export const saidSpan = (start, end) => `${saidTime(start)} to ${saidTime(end)}`;
export const dateOf = wall => wall.slice(0, 10);
export const addDays = (date, count) => write(new Date(parse(date).getTime() + count * 86400000), 10);
export const addMinutes = (wall, count) => write(new Date(parse(wall).getTime() + count * 60000), 16);
export const millisecondsBetween = (start, end) => parse(end) - parse(start);
export const minutesBetween = (start, end) => millisecondsBetween(start, end) / 60000;
export const mondayOf = date => addDays(date, -((parse(date).getUTCDay() + 6) % 7));

/** What a date of the widget says, read as it is shown. */
export function wallOf(date) {
  const two = number => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export const signs = {
  Booked: { sign: "○", word: "Booked", look: "wait" },
  Confirmed: { sign: "◉", word: "Confirmed", look: "" },
  Arrived: { sign: "➜", word: "Arrived", look: "good" },
  Attended: { sign: "✔", word: "Attended", look: "good" },
  DidNotAttend: { sign: "✖", word: "Did not attend", look: "care" },
  Cancelled: { sign: "✕", word: "Cancelled", look: "bad" },
};

export const statusOf = appointment => signs[appointment.status];

/**
 * What became of a text, by the look that comes with its words. Those for which somebody must ring come first; of what is
 * usual a card shows the sign alone.
 */
export const textSigns = {
  bad: { sign: "✉!", means: "it failed", rings: true },
  care: { sign: "✉?", means: "it may not have gone, or they cannot come", rings: true },
  good: { sign: "✉✓", means: "it went, or they answered" },
  wait: { sign: "✉…", means: "it waits", isUsual: true },
};

/** The text that matters most: one for which somebody must ring, else the latest. */
export function textOf(appointment) {
  const ringing = Object.keys(textSigns).filter(look => textSigns[look].rings);
  const text = ringing.map(look => appointment.texts.find(t => t.look === look)).find(Boolean) ?? appointment.texts.at(-1);
  return text && { ...text, ...textSigns[text.look] };
}
