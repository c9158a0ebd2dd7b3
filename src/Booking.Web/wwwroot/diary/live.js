import { isBusy } from "./busy.js";
import { byId } from "./dom.js";
import { range } from "./data.js";
import { redraw, refresh } from "./refresh.js";
import { state } from "./state.js";
import { say } from "./toast.js";
import { saidTime } from "./words.js";

const often = 60000;
let source = null;
let dead = 0;

/** Listens for changes of the days that are shown; asks anew each minute and whenever the window is looked at again. */
export function listen() {
  source?.close();
  source = new EventSource(`/staff/diary/live?${new URLSearchParams(range())}`);
  source.addEventListener("number", ({ data }) => {
    clearTimeout(dead);
    if (!state.online || data !== state.data.number) refresh();
    else alive();
  });
  // The stream ends each minute and comes back by itself: only a longer silence is a lost connection.
  source.addEventListener("error", () => {
    clearTimeout(dead);
    dead = setTimeout(tryAgain, 2500);
  });
}

export function keepFresh() {
  setInterval(refresh, often);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  addEventListener("online", refresh);
  addEventListener("offline", lose);
}

async function tryAgain() {
  // Whoever types in a dialog is told too: only what is shown waits for them.
  if (isBusy() && source.readyState !== EventSource.OPEN) {
    lose();
    if (source.readyState === EventSource.CLOSED) listen();
    return;
  }
  await refresh();
  if (source.readyState === EventSource.CLOSED) listen();
  else if (!state.online) dead = setTimeout(tryAgain, 5000);
}

/** There is no answer: what is shown stays, to be read only, with the time it was true. */
export function lose() {
  if (!state.data) return;
  byId("live").textContent = "Not connected";
  byId("live").className = "live off";
  clearTimeout(dead);
  dead = setTimeout(tryAgain, 5000);
  if (!state.online) return;
  state.online = false;
  const words = `No connection. This is the diary as it was at ${saidTime(state.data.now)}, to be read only; `
    + "nothing can be changed until the connection is back.";
  byId("offline").textContent = words;
  byId("offline").hidden = false;
  say(words);
  redraw();
}

export function regain() {
  alive();
  if (state.online) return;
  state.online = true;
  byId("offline").hidden = true;
  say("The connection is back.");
  if (source?.readyState === EventSource.CLOSED) listen();
}

function alive() {
  byId("live").textContent = "Live";
  byId("live").className = "live on";
}
