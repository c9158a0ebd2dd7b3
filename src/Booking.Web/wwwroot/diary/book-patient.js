// Who the visit is for: somebody the clinic knows, found by three letters of any name or the last digits of the telephone
// (a combobox after the ARIA pattern), or somebody new, with a warning when they are probably not.
import { field, make } from "./elements.js";
import { said } from "./clock.js";

const Enough = 3;
const Pause = 150;

export function patientPart({ find, likely, say, chosen }) {
  const box = make("input", {
    name: "Patient", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "100",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "book-found",
  });
  const list = make("ul", { id: "book-found", role: "listbox", "aria-label": "Patients", class: "found", hidden: true });
  const search = make("div", { class: "finder" },
    field("Patient", box, "Three letters of any name, or the last digits of the telephone"), list);
  const known = make("div", { class: "known", hidden: true });
  const newcomer = newcomerPart(likely, take);
  const element = make("div", { class: "who" }, search, known, newcomer.element);

  let found = [];
  let active = -1;
  let timer;
  let asked = 0;
  let patient = null;

  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value.trim().length < Enough) return close();
    timer = setTimeout(look, Pause);
  });
  box.addEventListener("keydown", event => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && !list.hidden) {
      event.preventDefault();
      mark((active + moves[event.key] + list.children.length) % list.children.length);
    } else if (event.key === "Enter" && !patient) {
      event.preventDefault();
      if (!list.hidden && active >= 0) pick(active);
      else if (box.value.trim().length >= Enough) look();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  async function look() {
    clearTimeout(timer);
    const turn = ++asked;
    let answer;
    try {
      answer = await find(box.value.trim());
    } catch {
      return say("The patients cannot be looked up: the connection is lost. What you typed is still here.");
    }
    if (turn !== asked) return;
    found = answer;
    list.replaceChildren(...found.map(option), option(null, found.length));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    mark(0);
    say(found.length === 1 ? "1 patient" : `${found.length} patients`);
  }

  function option(one, index) {
    const lines = one ? describe(one) : [make("b", {}, "New patient"), make("span", { class: "quiet" }, box.value.trim())];
    return make("li", {
      id: `book-found-${index}`, role: "option", "aria-selected": "false",
      onmousedown: event => event.preventDefault(), onclick: () => pick(index),
    }, lines);
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === index)));
    box.setAttribute("aria-activedescendant", `book-found-${index}`);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function pick(index) {
    close();
    if (index < found.length) take(found[index]);
    else begin(box.value.trim());
  }

  function close() {
    asked++;
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function take(one) {
    patient = one;
    known.replaceChildren(make("p", { class: "strip" }, ...describe(one), another()));
    if (one.note) known.append(make("p", { class: "notice care" }, make("bdi", {}, one.note)));
    show(known);
    chosen(one);
  }

  function begin(typed) {
    patient = null;
    newcomer.begin(typed, another());
    show(newcomer.element);
    chosen(null);
  }

  const another = () => make("button", { type: "button", class: "button plain", onclick: again }, "Somebody else");

  function again() {
    patient = null;
    show(search);
    box.focus();
    box.select();
  }

  function show(part) {
    for (const one of [search, known, newcomer.element]) one.hidden = one !== part;
  }

  return {
    element,
    take,
    focus: () => box.focus(),
    get patient() { return patient; },
    get isNew() { return !newcomer.element.hidden; },
    fields: () => patient ? [["Patient", String(patient.id)]] : newcomer.element.hidden ? [] : newcomer.fields(),
  };
}

function newcomerPart(likely, take) {
  const name = make("input", { name: "Name", type: "text", autocomplete: "off", maxlength: "200" });
  const telephone = make("input", { name: "Telephone", type: "tel", autocomplete: "off", maxlength: "40" });
  const email = make("input", { name: "Email", type: "email", autocomplete: "off", maxlength: "300" });
  const born = make("input", { name: "Born", type: "text", autocomplete: "off", maxlength: "20", inputmode: "numeric" });
  const warning = make("div", { class: "notice care", role: "status", hidden: true });
  const head = make("p", { class: "new" });
  const element = make("div", { class: "newcomer", hidden: true }, head, warning,
    make("div", { class: "pair" }, field("Full name", name), field("Telephone", telephone)),
    make("div", { class: "pair" }, field("E-mail (optional)", email), field("Date of birth (optional)", born)));

  name.addEventListener("change", warn);
  telephone.addEventListener("change", warn);

  async function warn() {
    const same = await likely(name.value, telephone.value).catch(() => []);
    warning.hidden = same.length === 0;
    warning.replaceChildren(
      make("p", {}, make("b", {}, "Perhaps one of these?"), " People of one family can share a telephone."),
      ...same.map(one => make("button", { type: "button", class: "likely", onclick: () => take(one) }, describe(one))));
  }

  return {
    element,
    begin(typed, another) {
      head.replaceChildren(make("b", {}, "New patient "), another);
      const isNumber = /^[\d\s+()-]+$/.test(typed);
      (isNumber ? telephone : name).value = typed;
      (isNumber ? name : telephone).focus();
      setTimeout(() => (isNumber ? name : telephone).focus());
    },
    fields: () => [name, telephone, email, born].map(box => [box.name, box.value]),
  };
}

function describe(patient) {
  const born = patient.born ? `born ${patient.born}` : null;
  const next = patient.next ? `Next: ${said(patient.next)}` : "Nothing booked";
  return [
    make("b", {}, make("bdi", {}, patient.name)),
    make("span", {}, [patient.telephone, born].filter(Boolean).join(", ")),
    make("span", { class: "quiet" }, next),
  ];
}
