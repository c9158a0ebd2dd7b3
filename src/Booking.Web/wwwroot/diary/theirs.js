import { read } from "./data.js";
import { appointment, practitioner } from "./state.js";
import { minutesBetween, saidDate, saidTime, statusOf } from "./words.js";

/** Mon 23 Nov at 9:15am with Amy Patel, 45 minutes, booked */
export const said = a => `${saidDate(a.start)} at ${saidTime(a.start)} with ${practitioner(a.practitioner)?.name}, `
  + `${minutesBetween(a.start, a.end)} minutes, ${statusOf(a).word.toLowerCase()}`;

/** For a dialog: who comes second sees what the first one has made of the appointment, in `words`, and may go on from there. */
export async function theirs(id, answer, words) {
  if (answer.kind !== "changed") return answer;
  const isRead = await read().then(() => true, () => false);
  if (!isRead) return answer;
  const now = appointment(id);
  return { ...answer, refusal: `Somebody has just changed this appointment. ${now ? words(now)
    : "It does not stand on the days that are shown any more. Look for the patient to see what it is now."}` };
}
