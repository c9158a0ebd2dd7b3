// While somebody drags, moves by key or types, nothing is replaced under their hand; what came meanwhile is shown as soon as
// they are done.
let dragging = false;
const waiting = new Set();

export function drag(on) {
  dragging = on;
  if (!on) goOn();
}

/** Whether an appointment is in somebody's hand. */
export const isHeld = () => dragging || document.querySelector(".ec-preview, .ec-ghost") !== null;

export const isBusy = () => isHeld() || document.querySelector("dialog[open]") !== null;

/** Does it now, or when nobody is busy any more. */
export function whenFree(act) {
  if (isBusy()) waiting.add(act);
  else act();
}

function goOn() {
  setTimeout(() => {
    if (isBusy()) return;
    const acts = [...waiting];
    waiting.clear();
    for (const act of acts) act();
  });
}

document.addEventListener("close", goOn, true);
