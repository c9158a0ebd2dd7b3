import { byId } from "./dom.js";

const page = byId("diary").dataset;

/** What the screen shows, and what it knows of it. */
export const state = {
  date: page.date,
  view: page.view,
  with: page.with || null,
  cancelled: false,
  token: page.token,
  today: page.today,
  data: null,
  /** The appointment whose facts are shown. */
  chosen: null,
  online: true,
  /** When the minute began in which the data was read, by this machine's own watch. */
  readAt: 0,
};

export const isWeek = () => state.view === "week";
export const appointment = id => state.data?.appointments.find(a => a.id === id);
export const practitioner = id => state.data?.practitioners.find(p => p.id === id);
export const treatment = slug => state.data?.treatments.find(t => t.slug === slug);

/** Those who have a column: whoever works or has something in the diary; where that is nobody, all. */
export function columns() {
  const { practitioners, appointments, blocks } = state.data;
  const busy = practitioners.filter(p => p.hours.length > 0 || appointments.some(a => a.practitioner === p.id)
    || blocks.some(b => b.practitioner === p.id && p.hours.length > 0));
  return busy.length > 0 ? busy : practitioners;
}
