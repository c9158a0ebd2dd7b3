// While somebody drags, moves by key or types, nothing is replaced under their hand; what came meanwhile is shown as soon as
// they are done.
let dragging = false;
const waiting = new Set();

export function drag(on) {
  dragging = on;
  if (!on) goOn();
}

export const isBusy = () => dragging || document.querySelector("dialog[open], .ec-preview, .ec-ghost") !== null;

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
