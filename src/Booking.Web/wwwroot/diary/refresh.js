import { show } from "./calendar.js";
import { isBusy, whenFree } from "./busy.js";
import { read } from "./data.js";
import { frame } from "./frame.js";
import { lose, regain } from "./live.js";
import { follow } from "./panel.js";

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
  } catch {
    lose();
    return;
  }
  await redraw();
}

/** Shows what is known, without asking. */
export async function redraw() {
  frame();
  await show();
  follow();
}
