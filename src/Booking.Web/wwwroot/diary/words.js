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
export const minutesBetween = (start, end) => (parse(end) - parse(start)) / 60000;
export const mondayOf = date => addDays(date, -((parse(date).getUTCDay() + 6) % 7));

/** What a date of the widget says, read as it is shown. */
export function wallOf(date) {
  const two = number => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const signs = {
  Booked: { sign: "○", word: "Booked", look: "wait" },
  Confirmed: { sign: "◉", word: "Confirmed", look: "" },
  Arrived: { sign: "➜", word: "Arrived", look: "good" },
  Attended: { sign: "✔", word: "Attended", look: "good" },
  DidNotAttend: { sign: "✖", word: "Did not attend", look: "care" },
  Cancelled: { sign: "✕", word: "Cancelled", look: "bad" },
};

export const statusOf = appointment => signs[appointment.status];

const textSigns = { bad: "✉!", care: "✉?", good: "✉✓", wait: "✉…" };

/** The text that matters most: one that failed, else the latest. */
export function textOf(appointment) {
  const texts = appointment.texts;
  const text = texts.find(t => t.look === "bad") ?? texts.find(t => t.look === "care") ?? texts.at(-1);
  return text && { ...text, sign: textSigns[text.look] };
}
