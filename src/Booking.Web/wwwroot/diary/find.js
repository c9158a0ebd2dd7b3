import { byId, make, named } from "./dom.js";
import { state, treatment } from "./state.js";
import { say } from "./toast.js";

const field = byId("find");
const list = byId("found");
const least = 3;
const pause = 150;
let waiting = 0;
let turn = 0;

/** Offers the patients that match what is typed; Enter opens the chosen one, or the page that finds them. */
export function find() {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
  field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      choose(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter" && chosen()) {
      location.assign(chosen().dataset.address);
      event.preventDefault();
    } else if (event.key === "Escape") close();
  });
  field.addEventListener("blur", () => setTimeout(close, 200));
}

async function look() {
  const now = ++turn;
  const typed = field.value.trim();
  const found = typed.length < least ? [] : await ask(typed);
  if (now !== turn) return;
  list.replaceChildren(...found.map(line));
  list.hidden = found.length === 0;
  field.setAttribute("aria-expanded", String(found.length > 0));
  field.removeAttribute("aria-activedescendant");
  if (typed.length >= least) say(found.length === 1 ? "1 patient" : `${found.length} patients`);
}

// Posted, not asked for: what is typed is about a person, and stands in no address.
async function ask(typed) {
  const answer = await fetch("/staff/patients/find", {
    method: "POST", body: new URLSearchParams({ q: typed }), headers: { RequestVerificationToken: state.token },
  }).catch(() => null);
  return answer?.ok && !answer.redirected ? await answer.json() : [];
}

function line(patient, n) {
  const about = [patient.telephone, patient.born, treatment(patient.lastTreatment)?.name].filter(Boolean).join(", ");
  const option = make("li", "", make("b", "", named(patient.name)), make("span", "quiet", ` ${about}`));
  option.id = `found-${n}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.address = `/staff/patients/${patient.id}`;
  option.addEventListener("mousedown", () => location.assign(option.dataset.address));
  return option;
}

const chosen = () => list.querySelector("[aria-selected=true]");

function choose(by) {
  const options = [...list.children];
  if (options.length === 0) return;
  const next = options[(options.indexOf(chosen()) + by + options.length) % options.length];
  chosen()?.setAttribute("aria-selected", "false");
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", next.id);
}

function close() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
}
