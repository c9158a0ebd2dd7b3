import { drag } from "./busy.js";
import { start } from "./calendar.js";
import * as change from "./change.js";
import { read } from "./data.js";
import { request } from "./diary.js";
import { byId } from "./dom.js";
import { find } from "./find.js";
import { frame } from "./frame.js";
import { help } from "./help.js";
import { placeOf, takeKeys } from "./keys.js";
import { keepFresh, listen, regain } from "./live.js";
import { showAppointment } from "./panel.js";
import { letGo, redraw, refresh } from "./refresh.js";
import { appointment, columns, isWeek, practitioner, state } from "./state.js";
import { tell } from "./toast.js";
import { takeOver } from "./travel.js";
import { SignedOut } from "./wire.js";
import { minutesBetween } from "./words.js";

// A week is somebody's: without a name it is the first one's.
if (isWeek() && !state.with) state.with = byId("with").value;

try {
  await read();
  begin();
} catch (error) {
  if (error instanceof SignedOut) location.reload();
  else tell("The diary cannot be read just now. Load the page again in a moment.", "bad");
}

function begin() {
  frame();
  start({
    busy: drag,
    open: showAppointment,
    block: id => request("block", { id, start: null, practitioner: null }),
    book: (time, whom) => book(time, slugOf(whom)),
    moved: (id, from, whom) => put(id, () => ({ start: from, practitioner: whom })),
    refused: () => tell("It stays where it was: that colleague does not give this treatment, or it is not your column.", "bad"),
    resized: (id, end) => put(id, a => ({ ...a, minutes: minutesBetween(a.start, end) })),
  });
  byId("new").addEventListener("click", () => request("book", placeOf()));
  byId("block").addEventListener("click", () => request("block", { id: null, ...placeOf() }));
  byId("help").addEventListener("click", help);
  find();
  takeOver();
  takeKeys();
  regain();
  letGo();
  listen();
  keepFresh();
  setInterval(redraw, 60000); // the line of the present
  document.documentElement.dataset.diary = "shown";
}

// It may have gone while it was in the hand: cancelled a moment before, or by somebody else.
function put(id, where) {
  const a = appointment(id);
  if (a) change.move(a, where(a));
  else refresh();
}

function book(time, slug) {
  const may = state.data.practitioners.find(p => p.slug === slug)?.mayChange;
  if (may && state.online) request("book", { start: time, practitioner: slug });
  else tell(state.online ? "That is in somebody else's column." : "Nothing can be booked while there is no connection.");
}

// The widget names practitioners by number, our own times by slug; in the week it is always the same one.
const slugOf = whom => isWeek() ? state.with : practitioner(Number(whom))?.slug ?? whom ?? columns()[0].slug;
