import { course } from "./book-course.js";
import { boxOf, complain, field, set } from "./field.js";
import { refused } from "./book-refused.js";
import { safety } from "./book-safety.js";
import { when } from "./book-when.js";
import { who } from "./book-who.js";
import { button, make, named } from "./dom.js";

const lost = "The clinic's computer does not answer. What you typed is still here: press Book to try again.";

/**
 * One panel in which a visit is booked while somebody is on the telephone.
 * `diary` is the screen: state (token, data), post, settle, say, openPanel, closePanel.
 */
export function openBooking({ start = null, practitioner = null, patient = null }, diary) {
  const submit = set(make("button", "button", "Book"), { type: "submit" });
  const whom = who(diary, picked);
  const place = when(diary, { start, practitioner }, () => whom.id, changed);
  const asked = safety();
  const note = field("Note", "Note", "input", { maxlength: "500" });
  const visits = course(
    () => ({
      treatment: place.treatment, with: place.practitioner, start: place.start, minutes: place.minutes, patient: whom.id ?? "",
    }),
    count => {
      submit.textContent = count === 1 ? "Book 1 visit" : count ? `Book ${count} visits` : "Book";
      sumUp();
    });
  const no = refused(one => offered(one), reason => send(reason));
  const sum = set(make("p", "sum"), { id: "book-sum" });
  submit.setAttribute("aria-describedby", sum.id);
  const startError = set(make("p", "error"), { hidden: "", role: "alert" });
  const close = set(button("×", "", leave, "button plain close"), { "aria-label": "Close" });
  const title = set(make("h2", "", "Book"), { id: "book-title" });
  const form = make("form", "booking", close, title, whom.element, place.element, startError, asked.element, note,
    visits.element, no.element, make("div", "last", sum, make("p", "actions", submit)));
  set(form, { novalidate: "", "aria-labelledby": title.id });

  let warned = false;
  form.addEventListener("input", () => {
    form.dataset.unfinished = "A booking";
    warned = false;
    sumUp();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    send(null);
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });

  diary.openPanel(form);
  changed();
  if (patient) whom.take(patient);
  else whom.focus();

  // With a patient everything else is as last time: the next key books.
  async function picked(one) {
    sumUp();
    if (!one) return;
    form.dataset.unfinished = "A booking";
    place.asLastTime(one);
    await asked.about(place.treatment);
    if (asked.isOpen) asked.box.focus();
    else submit.focus();
  }

  function changed() {
    no.clear();
    startError.hidden = true;
    if (visits.isShown) visits.clear();
    asked.about(place.treatment);
    sumUp();
  }

  // What the next key books, said beside the button that books it.
  function sumUp() {
    const starts = visits.isShown ? visits.starts() : [];
    sum.replaceChildren(make("b", "", whom.name ? named(whom.name) : "Nobody yet"), `, ${place.said(starts)}`);
  }

  function offered(one) {
    const line = place.line(one);
    line.querySelector("button").addEventListener("click", () => submit.focus());
    return line;
  }

  // Escape closes what is empty at once; what was typed goes only when it is pressed again.
  function leave() {
    if ("unfinished" in form.dataset && !warned) {
      warned = true;
      diary.say("Not booked yet. Press again to close it.");
      no.tell("This is not booked yet. Press Escape or × again to close it without booking.");
    } else diary.closePanel();
  }

  async function send(reason) {
    if (submit.disabled) return;
    submit.disabled = true;
    await place.ready();
    const starts = visits.isShown ? visits.starts() : [place.start];
    const answer = await diary.post("Book", {
      ...Object.fromEntries([...whom.fields(), ...place.fields(), ...asked.fields()]),
      Note: boxOf(note).value.trim(), Overrule: reason, Start: starts,
    });
    submit.disabled = false;
    answered(answer.kind === "offline" ? { ...answer, refusal: lost } : answer);
  }

  function answered(answer) {
    if (answer.done) {
      delete form.dataset.unfinished;
      if (form.isConnected) diary.closePanel(); // reception may look at something else by now
      diary.settle(answer);
      return;
    }
    if (!answer.fields) {
      no.show(answer);
      if (/safety questions/.test(answer.refusal)) asked.again();
      return;
    }
    const fields = { ...answer.fields };
    // Whoever has chosen nobody yet is asked where they are looked for.
    if (fields.Name && form.querySelector(".newcomer").hidden) fields.Patient = fields.Name;
    startError.textContent = fields.Start ?? "";
    startError.hidden = !fields.Start;
    if (fields.Start) fields.Day = fields.Start;
    complain(form, fields);
  }
}
