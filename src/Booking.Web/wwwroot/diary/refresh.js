import { show } from "./calendar.js";
import { isBusy, whenFree } from "./busy.js";
import { leftOf, read } from "./data.js";
import { frame } from "./frame.js";
import { lose, regain } from "./live.js";
import { follow, somethingIsUnfinished } from "./panel.js";
import { state } from "./state.js";
import { tellWhereItIs } from "./theirs.js";
import { SignedOut } from "./wire.js";

let lapsing = 0;

/** Reads the diary again and shows it, as soon as nobody drags or types. */
export async function refresh() {
  if (isBusy()) {
    whenFree(refresh);
    return;
  }
  try {
    if (!await read(isBusy)) {
      if (isBusy()) whenFree(refresh); // somebody began while it was read
      return;
    }
    regain();
  } catch (error) {
    // The page itself leads to the sign-in and back; but what is half typed would not come back with it.
    if (error instanceof SignedOut && !isBusy() && !somethingIsUnfinished()) location.reload();
    else lose(error);
    return;
  }
  const { chosen } = state;
  await redraw();
  if (chosen && !state.chosen) tellWhereItIs(chosen);
}

/** Shows what is known, without asking. */
export async function redraw() {
  letGo();
  frame();
  await show();
  follow();
}

/** Lets lapsed holds go. That changes nothing in the database, so nobody tells of it: the screen knows when, and looks by itself. */
export function letGo() {
  clearTimeout(lapsing);
  state.data.holds = state.data.holds.filter(hold => leftOf(hold) > 0);
  if (state.data.holds.length === 0) return;
  const soonest = Math.min(...state.data.holds.map(leftOf));
  lapsing = setTimeout(() => isBusy() ? whenFree(redraw) : redraw(), soonest + 50);
}
