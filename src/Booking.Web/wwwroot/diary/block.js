import { button, make } from "./dom.js";
import { boxOf, complain, field, select } from "./field.js";
import { addMinutes, minutesBetween } from "./words.js";

// A quick block beside the calendar: lunch, a meeting, an hour off. Where appointments are in the way it leads to the page on
// which they are seen to. `diary` is what the screen offers: post, settle, openPanel, closePanel.
const reasons = ["Lunch", "Meeting", "Training", "Leave", "Off sick"];
const stepMinutes = 15;
const longestMinutes = 8 * 60;

/** Asks for a block from here on, of this practitioner (a slug) or another or all, and makes it. */
export function openBlock({ start, end, practitioner }, diary) {
  const { practitioners } = diary.state.data;
  const theirs = practitioners.filter(p => p.mayChange);
  const everybody = theirs.length === practitioners.length;
  const whom = [...theirs.map(p => [p.slug, p.name]), ...everybody ? [["all", "Everybody"]] : []];
  const fields = [
    select("Who", "Practitioners", whom, practitioner),
    select("What for", "Reason", reasons.map(name => [name, name])),
    field("From", "From", "input", {
      type: "datetime-local", step: stepMinutes * 60, value: start ?? startOn(diary.state, practitioner),
    }),
    select("How long", "Until", lengths().map(minutes => [minutes, said(minutes)]), end ? minutesBetween(start, end) : 30),
    select("Again", "Repeat", [["none", "Only once"], ["daily", "Each day"], ["weekly", "Each week"]]),
    field("How often, if again", "Times", "input", { type: "number", min: 1, max: 60, value: "1" }),
  ];
  const [who, reason, from, length, repeat, times] = fields.map(boxOf);
  const trouble = make("p", "error");
  trouble.setAttribute("role", "alert");
  const key = newKey(); // sent again after a lost answer, it blocks nothing twice
  const form = make("form", "block");
  form.noValidate = true;
  form.setAttribute("aria-label", "Block time");
  form.append(
    make("h2", "", "Block time"), trouble, ...fields, make("button", "button", "Block"), today(who, everybody, diary));
  form.addEventListener("input", () => { form.dataset.unfinished = "A block"; });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const answer = await diary.post("Block", {
      Practitioners: who.value,
      From: from.value,
      Until: later(from.value, Number(length.value)),
      Reason: reason.value,
      Repeat: repeat.value,
      Times: times.value || "1",
      Key: key,
    });
    if (answer.done) {
      delete form.dataset.unfinished;
      if (form.isConnected) diary.closePanel();
      diary.settle(answer);
    } else showTrouble(answer, form, trouble);
  });
  diary.openPanel(form);
  reason.focus();
}

// What cannot wait: a practitioner runs late, or has gone home.
function today(who, isReception, diary) {
  const row = make("p", "actions");
  const late = minutes => button(`Running ${minutes} minutes late`, "", async () =>
    diary.settle(await diary.post("Late", { Practitioner: who.value, Minutes: minutes })));
  const sick = make("a", "button second", "Off sick today");
  const show = () => {
    row.hidden = who.value === "all";
    sick.hidden = !isReception;
    sick.href = `/staff/leave?today=${who.value}`;
  };
  who.addEventListener("change", show);
  show();
  row.append(late(10), late(20), sick);
  return row;
}

/** Shows a block that stands, and removes it, or it and those of its series that follow. */
export function openStandingBlock(block, diary) {
  const panel = make("div", "block");
  const remove = async series => {
    const answer = await diary.post("Unblock", { Id: block.id, Series: series });
    if (panel.isConnected) diary.closePanel();
    diary.settle(answer);
  };
  panel.append(
    make("h2", "", block.reason),
    make("p", "", `${block.start.slice(11)} to ${block.end.slice(11)}`),
    button("Remove", "", () => remove(false)), button("Remove this and the rest of the series", "", () => remove(true)));
  diary.openPanel(panel);
  panel.querySelector("button").focus();
}

function showTrouble(answer, form, trouble) {
  const left = complain(form, answer.fields);
  trouble.textContent = answer.fields ? left : answer.refusal;
  if (answer.leave) {
    const link = make("a", "", "See who, and what to do");
    link.href = answer.leave;
    trouble.append(" ", link);
  }
}

const lengths = () => Array.from({ length: longestMinutes / stepMinutes }, (_, index) => (index + 1) * stepMinutes);

const said = minutes => minutes < 60 ? `${minutes} minutes`
  : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;

// A page that is not served over a sealed line has no randomUUID.
const newKey = () => {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return bytes.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

// Of the day that is looked at: from now on, or where the work begins.
function startOn({ date, data: { now, practitioners } }, slug) {
  if (date <= now.slice(0, 10)) return nextStep(now);
  const hours = practitioners.filter(p => !slug || p.slug === slug).flatMap(p => p.hours.map(stretch => stretch.start));
  return hours.filter(hour => hour.startsWith(date)).sort()[0] ?? `${date}T09:00`;
}

const nextStep = wall => later(wall, stepMinutes - (minutesBetween(`${wall.slice(0, 10)}T00:00`, wall) % stepMinutes));

const later = (wall, minutes) => wall && addMinutes(wall, minutes);
