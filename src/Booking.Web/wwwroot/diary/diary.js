// What the dialogs of the diary's screen stand on: they are files of their own, and reach the screen through this alone.
// The screen asks for them by two events on the document:
//   diary:book   { start: "2026-11-23T09:15" or null, practitioner: a slug or null }
//   diary:block  { id: of a block that was chosen, or null; start, practitioner: of what has the focus, or null }
import { post, settle } from "./change.js";
import { closePanel, openPanel } from "./panel.js";
import { state } from "./state.js";
import { say } from "./toast.js";

export const diary = {
  /** post("Book", { Patient: 3, Start: ["..."] }): the answer { done, undo, undoSeconds } or { refusal, kind, canOverrule, fields }. */
  post,
  /** Shows what came of it: with what was done the button that undoes it, or why it was not done; and the diary as it is now. */
  settle,
  /** Says it to whoever listens. */
  say,
  /** Shows an element beside the calendar, in place of the appointment that is shown there. */
  openPanel,
  closePanel,
  /** What the screen shows: { date, view, with, data }. */
  state,
};

export const request = (what, detail) => document.dispatchEvent(new CustomEvent(`diary:${what}`, { detail }));
