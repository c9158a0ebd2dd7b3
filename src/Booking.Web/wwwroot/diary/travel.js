import { addressOf } from "./frame.js";
import { range } from "./data.js";
import { byId } from "./dom.js";
import { listen } from "./live.js";
import { closePanel } from "./panel.js";
import { refresh } from "./refresh.js";
import { columns, isWeek, state } from "./state.js";
import { titleOf } from "./calendar.js";
import { say } from "./toast.js";
import { addDays } from "./words.js";

/** Shows another day or view, without loading the page again. */
export async function go(to, remember = true) {
  const before = JSON.stringify([range(), state.with, state.view]);
  Object.assign(state, to);
  if (isWeek() && !state.with) state.with = columns()[0].slug;
  if (JSON.stringify([range(), state.with, state.view]) === before) return;
  if (remember) history.pushState({ date: state.date, view: state.view, with: state.with }, "", addressOf(state.date));
  if (state.chosen) closePanel(); // a booking goes on while reception looks at other days
  listen();
  await refresh();
  say(titleOf());
}

export const step = count => go({ date: addDays(state.date, count * (isWeek() ? 7 : 1)) });
export const today = () => go({ date: state.today });
export const list = () => location.assign(`/staff/day/${state.date}`);

/** The links and boxes of the toolbar, done without loading the page; opened in another window they are pages. */
export function takeOver() {
  const links = {
    earlier: () => step(-1), later: () => step(1), today,
    "view-day": () => go({ view: "day" }), "view-week": () => go({ view: "week" }),
  };
  for (const [id, act] of Object.entries(links)) {
    byId(id).addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      act();
    });
  }
  byId("cancelled").addEventListener("click", toggleCancelled);
  byId("date").addEventListener("change", event => { if (event.target.value) go({ date: event.target.value }); });
  byId("with").addEventListener("change", event => go({ with: event.target.value }));
  history.replaceState({ date: state.date, view: state.view, with: state.with }, "");
  addEventListener("popstate", ({ state: past }) => { if (past) go(past, false); });
}

/** Shows the cancelled appointments too, or no longer. */
export async function toggleCancelled() {
  state.cancelled = !state.cancelled;
  byId("cancelled").setAttribute("aria-pressed", String(state.cancelled));
  await refresh();
  say(state.cancelled ? "Cancelled appointments are shown." : "Cancelled appointments are hidden.");
}
