// The widget calls its grid a table, but its appointments stand outside the cells: whoever listens would hear of a table
// with buttons between its rows. Here it becomes a group of buttons, one of which is in the order of the Tab key.
const plain = ["row", "rowgroup", "cell", "columnheader"].map(role => `[role=${role}]`).join();

export function repair(place) {
  const grid = place.querySelector(".ec");
  grid.setAttribute("role", "group");
  grid.setAttribute("aria-label", "Diary");
  for (const element of grid.querySelectorAll(plain)) {
    element.setAttribute("role", "presentation");
    for (const name of ["aria-colindex", "aria-colspan"]) element.removeAttribute(name);
  }
  const scrolling = grid.querySelector(".ec-main");
  scrolling?.setAttribute("tabindex", "0");
  scrolling?.setAttribute("role", "region");
  scrolling?.setAttribute("aria-label", "Times");
}

/** What can be chosen: appointments, blocks and free times. */
export const thingsOf = place => [...place.querySelectorAll(".ec-event:not(.kept, .ec-preview, .ec-ghost)")];

const labels = new Map();

/** What each event is called from the next labelling on. */
export function call(events) {
  labels.clear();
  for (const { id, extendedProps } of events) if (extendedProps?.label) labels.set(id, extendedProps.label);
}

/** Names each thing, and lets Tab reach the one that was used last. */
export function label(place) {
  repair(place);
  for (const kept of place.querySelectorAll(".kept")) {
    kept.removeAttribute("role");
    kept.removeAttribute("tabindex");
    kept.setAttribute("aria-label", labels.get(kept.dataset.event) ?? "");
  }
  const things = thingsOf(place);
  const current = things.find(thing => thing === document.activeElement) ?? things.find(thing => thing.hasAttribute("data-current"))
    ?? things.find(thing => thing.matches(".appt")) ?? things[0];
  for (const thing of things) {
    const name = labels.get(thing.dataset.event);
    if (name) thing.setAttribute("aria-label", name);
    reach(thing, thing === current);
  }
}

function reach(thing, yes) {
  thing.tabIndex = yes ? 0 : -1;
  if (yes) thing.dataset.current = "";
  else delete thing.dataset.current;
}

/** Moves the focus, and with it the place in the order of the Tab key. */
export function focus(thing) {
  for (const other of thing.closest(".ec").querySelectorAll("[data-current]")) reach(other, false);
  reach(thing, true);
  thing.focus({ preventScroll: true });
  thing.scrollIntoView({ block: "nearest", inline: "nearest" });
}
