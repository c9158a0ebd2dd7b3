import { ask } from "./data.js";
import { practitioner } from "./state.js";
import { tell } from "./toast.js";
import { minutesBetween, saidDate, saidTime, statusOf } from "./words.js";

/** Mon 23 Nov at 9:15am with Amy Patel, 45 minutes, booked */
export const said = a => `${saidDate(a.start)} at ${saidTime(a.start)} with ${practitioner(a.practitioner)?.name}, `
  + `${minutesBetween(a.start, a.end)} minutes, ${statusOf(a).word.toLowerCase()}`;

/**
 * For a dialog: who comes second sees what the first one has made of the appointment, wherever it stands now, in `words`; and
 * may go on from there.
 */
export function theirs(a, answer, words) {
  if (answer.kind !== "changed" || !answer.now?.length) return answer;
  Object.assign(a, answer.now[0]);
  return { ...answer, refusal: `Somebody has just changed this appointment. ${words(a)}` };
}

/** Says what has become of an appointment that somebody else has taken off the days that are shown. */
export async function tellWhereItIs(id) {
  const [now] = await ask("/staff/diary/now", { id }) ?? [];
  if (now) tell(`${now.patient.name} is now ${said(now)}.`);
}
