// What the dialogs of the diary's screen stand on: they are files of their own, and reach the screen through this alone.
// The screen asks for them by two events on the document:
//   diary:book   { start: "2026-11-23T09:15" or null, practitioner: a slug or null }
//   diary:block  { id: of a block that was chosen, or null; start, practitioner: of what has the focus, or null }
import { post } from "./change.js";
import { closePanel, openPanel } from "./panel.js";
import { refresh } from "./refresh.js";
import { appointment, practitioner, state, treatment } from "./state.js";
import { offerUndo, say, tell } from "./toast.js";

export const diary = {
  /** Reads the diary again and shows it. */
  refresh,
  /** post("Book", { Patient: 3, Start: ["..."] }): the answer { done, undo, undoSeconds } or { refusal, kind, canOverrule, fields }. */
  post,
  /** Says it to whoever listens. */
  say,
  /** Shows it for a while to whoever looks, and says it. */
  tell,
  /** Shows what was done, with the button that undoes it. */
  offerUndo,
  /** Shows an element beside the calendar, in place of the appointment that is shown there. */
  openPanel,
  closePanel,
  /** What the screen shows: { date, view, with, data }. */
  state,
  appointment,
  practitioner,
  treatment,
};

export const request = (what, detail) => document.dispatchEvent(new CustomEvent(`diary:${what}`, { detail }));
