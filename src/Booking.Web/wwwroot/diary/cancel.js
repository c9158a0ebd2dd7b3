import * as change from "./change.js";
import { read } from "./data.js";
import { open } from "./dialog.js";
import { make, named } from "./dom.js";
import { field } from "./field.js";
import { appointment } from "./state.js";
import { saidDate, saidTime } from "./words.js";

const line = a => make("p", "", make("b", "", named(a.patient.name)), `, ${saidDate(a.start)} at ${saidTime(a.start)}`);

/** Asks for the reason, and cancels. */
export function cancel(a) {
  open("Cancel this appointment?", [
    line(a),
    field("Reason, for the clinic only", "Reason", "input", { maxlength: 200, required: "" }),
  ], "Cancel the appointment", async ({ Reason }) => {
    if (!Reason.trim()) return { fields: { Reason: "Say why it is cancelled" } };
    return change.finish(await change.cancel(a, Reason.trim()));
  });
}

export function note(a) {
  open("Note", [
    line(a),
    field("For the clinic only: the patient does not see it", "Note", "textarea", { maxlength: 500, rows: 4, value: a.note ?? "" }),
  ], "Keep the note", async ({ Note }) => change.finish(await tellTheirs(a.id, await change.note(appointment(a.id) ?? a, Note.trim()))));
}

// Who comes second sees the first one's note, and may go on from there.
async function tellTheirs(id, answer) {
  if (answer.kind !== "changed") return answer;
  await read();
  const theirs = appointment(id)?.note;
  return { ...answer, refusal: `Somebody has just changed this appointment. ${theirs ? `Its note is now: ${theirs}.` : "It has no note."} `
    + "Press again to keep yours instead." };
}
