import { titleOf } from "./calendar.js";
import { range } from "./data.js";
import { byId } from "./dom.js";
import { isWeek, state } from "./state.js";
import { addDays, saidDate } from "./words.js";

/** Address of the screen on a date, in this view. */
export const addressOf = (date, view = state.view, whom = state.with) =>
  `/staff/diary/${date}${view === "week" ? `?${new URLSearchParams({ view, with: whom ?? byId("with").value })}` : ""}`;

/** What stands round the calendar: the day's name, where the arrows lead, who waits, why the day is empty. */
export function frame() {
  const step = isWeek() ? 7 : 1;
  byId("heading").textContent = titleOf();
  document.title = `Diary, ${titleOf()}`;
  byId("date").value = state.date;
  byId("earlier").href = addressOf(addDays(state.date, -step));
  byId("later").href = addressOf(addDays(state.date, step));
  byId("today").href = addressOf(state.today);
  byId("view-day").href = addressOf(state.date, "day");
  byId("view-week").href = addressOf(state.date, "week");
  byId("view-list").href = `/staff/day/${state.date}`;
  for (const view of ["day", "week"]) here(`view-${view}`, view === state.view, "page");
  byId("with").hidden = !isWeek();
  byId("with").value = state.with;
  here("today", state.date === state.today, "date");
  const waiting = state.data.appointments.filter(a => a.status === "Arrived").length;
  byId("waiting").textContent = waiting ? `➜ ${waiting} waiting` : "";
  byId("why").textContent = whyEmpty();
  byId("why").hidden = byId("why").textContent === "";
}

// Why nothing is to be seen; and of which days of a week the grey column means that the clinic is closed.
function whyEmpty() {
  const empty = state.data.days.filter(day => day.why);
  const closed = empty.filter(day => day.why.includes("closed")).map(day => `${saidDate(day.date)}: ${day.why}`);
  if (empty.length < range().days) return closed.join(" ");
  const isOne = new Set(empty.map(day => day.why)).size === 1;
  return isOne ? empty[0].why : ["There are no appointments in this week.", ...closed].join(" ");
}

function here(id, yes, kind) {
  if (yes) byId(id).setAttribute("aria-current", kind);
  else byId(id).removeAttribute("aria-current");
}
