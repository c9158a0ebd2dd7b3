import { titleOf } from "./calendar.js";
import { range } from "./data.js";
import { byId } from "./dom.js";
import { isWeek, state } from "./state.js";
import { addDays } from "./words.js";

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
  const reasons = state.data.days.map(day => day.why).filter(Boolean);
  byId("why").hidden = reasons.length < range().days;
  byId("why").textContent = new Set(reasons).size === 1 ? reasons[0] : "There are no appointments in this week.";
}

function here(id, yes, kind) {
  if (yes) byId(id).setAttribute("aria-current", kind);
  else byId(id).removeAttribute("aria-current");
}
