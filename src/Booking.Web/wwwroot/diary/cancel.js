import * as change from "./change.js";
import { open } from "./dialog.js";
import { make, named } from "./dom.js";
import { canCancel } from "./events.js";
import { field } from "./field.js";
import { said, theirs } from "./theirs.js";

const line = a => make("p", "", make("b", "", named(a.patient.name)), `, ${said(a)}`);

/** Asks for the reason, and cancels. */
export function cancel(a) {
  open("Cancel this appointment?", [
    line(a),
    field("Reason, for the clinic only", "Reason", "input", { maxlength: 200, required: "" }),
  ], "Cancel the appointment", async ({ Reason }) => {
    if (!Reason.trim()) return { fields: { Reason: "Say why it is cancelled" } };
    const answer = await change.cancel(a, Reason.trim());
    return change.finish(theirs(a, answer, now => `It is now ${said(now)}. `
      + (canCancel(now) ? "Press again to cancel it all the same." : "It cannot be cancelled any more.")));
  });
}

export function note(a) {
  open("Note", [
    line(a),
    field("For the clinic only: the patient does not see it", "Note", "textarea", { maxlength: 500, rows: 4, value: a.note ?? "" }),
  ], "Keep the note", async ({ Note }) => {
    const answer = await change.note(a, Note.trim());
    return change.finish(theirs(a, answer, now =>
      `It is now ${said(now)}, ${now.note ? `with the note: ${now.note}` : "without a note"}. Press again to keep yours.`));
  });
}
