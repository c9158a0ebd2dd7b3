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

/** An article may not be a button: the button is what stands in it. */
export function unbutton(article) {
  article.setAttribute("role", "presentation");
  article.removeAttribute("tabindex");
}

/** What can be chosen: appointments, blocks and free times. */
export const thingsOf = place => [...place.querySelectorAll(".ec-event:not(.ec-preview, .ec-ghost) [data-hit]")];

/** The button of a thing by its name: a5 is appointment 5. */
export const thing = (place, name) => place.querySelector(`[data-event="${name}"]:not(.ec-preview, .ec-ghost) [data-hit]`);

export const nameOf = hit => hit?.closest(".ec-event").dataset.event;

let last = null;
let drawn = null; // what had the focus before it was drawn anew, and is about to have it again

/** The name of the thing that has the focus; also for the moment in which it is drawn anew, so that no key is lost. */
export function nameInFocus() {
  const isLost = [document.body, null].includes(document.activeElement);
  return nameOf(document.activeElement?.closest(".calendar [data-hit]")) ?? (isLost ? drawn : null);
}

/** Notes what has the focus, before everything is drawn anew. */
export const leave = () => (drawn = nameInFocus());

/** Where the thing stands that Tab reaches; null before there is one. */
export const placeInTurn = () => inTurn()?.closest(".ec-event").getBoundingClientRect() ?? null;

/**
 * Lets Tab reach the thing that was used last, and gives it back the focus if it lost it by being drawn anew. Where it is gone,
 * what stands at its place (`was`) or nearest to it comes after it.
 */
export function settle(place, had = null, was = null) {
  repair(place);
  const things = thingsOf(place);
  const isLost = had && [document.body, null].includes(document.activeElement);
  const current = things.find(hit => hit === document.activeElement) ?? things.find(hit => nameOf(hit) === (had ?? last))
    ?? nearest(things, was) ?? things.find(hit => hit.closest(".appt")) ?? things[0];
  for (const hit of things) hit.tabIndex = hit === current ? 0 : -1;
  if (isLost && current) focus(current);
  drawn = null;
}

function nearest(things, was) {
  if (!was) return null;
  const far = hit => {
    const { left, top, bottom } = hit.closest(".ec-event").getBoundingClientRect();
    return Math.abs(left - was.left) * 2 + Math.max(top - was.top, was.top - bottom + 1, 0);
  };
  return things.reduce((best, hit) => best && far(best) <= far(hit) ? best : hit, null);
}

/** Whatever has the focus keeps the place in the order of the Tab key. */
export function keepPlace(place) {
  place.addEventListener("focusin", ({ target: hit }) => {
    if (!hit.matches("[data-hit]")) return;
    place.querySelector("[data-hit][tabindex='0']")?.setAttribute("tabindex", "-1");
    hit.tabIndex = 0;
    last = nameOf(hit);
  });
}

/** The thing that has it. */
export const inTurn = () => document.querySelector(".calendar [data-hit][tabindex='0']");

export function focus(hit) {
  hit.focus({ preventScroll: true });
  hit.scrollIntoView({ block: "nearest", inline: "nearest" });
}
