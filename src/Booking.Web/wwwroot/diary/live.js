import { isBusy } from "./busy.js";
import { byId, make } from "./dom.js";
import { range, read } from "./data.js";
import { redraw, refresh } from "./refresh.js";
import { state } from "./state.js";
import { say } from "./toast.js";
import { SignedOut } from "./wire.js";
import { saidTime } from "./words.js";

const often = 60000;
let source = null;
let dead = 0;
let lost = null; // what is said of it

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
  addEventListener("offline", () => lose());
}

async function tryAgain() {
  // Whoever types in a dialog is told too: only what is shown waits for them.
  if (isBusy() && source.readyState !== EventSource.OPEN) {
    const trouble = await read(() => true).then(() => null, error => error);
    if (trouble) lose(trouble);
    if (source.readyState === EventSource.CLOSED) listen();
    return;
  }
  await refresh();
  if (source.readyState === EventSource.CLOSED) listen();
  else if (!state.online) dead = setTimeout(tryAgain, 5000);
}

/** There is no answer, or none for whoever is signed out: what is shown stays, to be read only, with the time it was true. */
export function lose(error = null) {
  if (!state.data) return;
  const isSignedOut = error instanceof SignedOut;
  byId("live").textContent = isSignedOut ? "Signed out" : "Not connected";
  byId("live").className = "live off";
  clearTimeout(dead);
  dead = setTimeout(tryAgain, 5000);
  const asItWas = `This is the diary as it was at ${saidTime(state.data.now)}, to be read only`;
  const words = isSignedOut ? `You are signed out. ${asItWas}; what you typed is still here. `
    : `No connection. ${asItWas}; nothing can be changed until the connection is back.`;
  if (words === lost) return;
  lost = words;
  state.online = false;
  byId("offline").replaceChildren(words, isSignedOut ? elsewhere("Sign in again in another window") : "");
  byId("offline").hidden = false;
  say(words);
  redraw();
}

// This window keeps what is typed in it, and goes on by itself once somebody has signed in.
function elsewhere(words) {
  const link = make("a", "", words);
  link.href = "/staff/sign-in";
  link.target = "_blank";
  return link;
}

export function regain() {
  alive();
  if (state.online) return;
  state.online = true;
  lost = null;
  byId("offline").hidden = true;
  say("The connection is back.");
  if (source?.readyState === EventSource.CLOSED) listen();
}

function alive() {
  byId("live").textContent = "Live";
  byId("live").className = "live on";
}
