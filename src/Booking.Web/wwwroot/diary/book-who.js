import { button, make, named } from "./dom.js";
import { describe, finder } from "./finder.js";
import { newcomer } from "./newcomer.js";
import { post } from "./wire.js";

/** Who it is for: somebody to be found, somebody known, or somebody new. `chosen` is told whenever that changes. */
export function who(diary, chosen) {
  let patient = null;
  const known = make("div", "known");
  const finding = finder({ find: q => send("/staff/patients/find", [["q", q]]), take, begin, say: diary.say });
  const fresh = newcomer({
    likely: fields => send("/staff/patients/likely", fields.filter(([name]) => name !== "email")), take, again: another,
  });
  const parts = [finding.element, known, fresh.element];
  show(finding.element);

  const send = (address, fields) => post(address, diary.state.token, fields);

  function another() {
    return button("Somebody else", "", () => {
      patient = null;
      show(finding.element);
      finding.box.focus();
      finding.box.select();
      chosen(null);
    }, "button plain");
  }

  function take(one) {
    patient = one;
    known.replaceChildren(
      make("div", "strip", make("p", "", ...describe(one)), another()),
      one.note ? make("p", "notice care slim", named(one.note)) : "");
    show(known);
    chosen(one);
  }

  function begin(typed) {
    patient = null;
    show(fresh.element);
    chosen(null);
    fresh.begin(typed);
  }

  function show(part) {
    for (const one of parts) one.hidden = one !== part;
  }

  return {
    element: make("div", "who", ...parts),
    take,
    focus: () => finding.box.focus(),
    get id() { return patient?.id ?? null; },
    get name() { return patient?.name ?? (fresh.element.hidden ? "" : fresh.name); },
    fields: () => patient ? [["Patient", patient.id]] : fresh.element.hidden ? [] : fresh.fields(),
  };
}
