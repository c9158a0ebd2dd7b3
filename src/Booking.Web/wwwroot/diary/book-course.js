import { boxOf, field, select, set } from "./field.js";
import { button, make, named } from "./dom.js";
import { get } from "./wire.js";
import { saidDate, saidTime } from "./words.js";

/** A course of treatment: every date with its place or what is in the way, to be ticked. `changed` is told how many. */
export function course(asked, changed) {
  const times = field("How often", "Times", "input", { type: "number", min: "2", max: "26", value: "6", inputmode: "numeric" });
  const every = select("Every", "Every", [1, 2, 3, 4].map(weeks => [weeks, weeks === 1 ? "week" : `${weeks} weeks`]));
  const error = set(make("p", "error"), { role: "alert" });
  const list = make("ul", "course");
  const element = make("details", "repeat", make("summary", "", "Repeat"),
    make("div", "together", times, every, button("Show the dates", "", plan)), error, list);

  async function plan() {
    const wish = asked();
    error.textContent = wish.start && wish.with ? "" : "Choose a practitioner, a day and a time first.";
    if (error.textContent) return;
    const visits = await get("/staff/diary/course", { ...wish, times: boxOf(times).value, every: boxOf(every).value }).catch(() => null);
    error.textContent = visits ? "" : "The dates cannot be read just now. A course has 2 to 26 visits.";
    list.replaceChildren(...(visits ?? []).map(line));
    changed(chosen().length);
    boxOf(list)?.focus();
  }

  function line(visit, index) {
    if (!visit.why) return make("li", "", tick(`${index}`, visit, true));
    const instead = visit.instead;
    return make("li", "clash",
      make("span", "", `${saidDate(visit.start)}, ${saidTime(visit.start)}: `), named(visit.why),
      instead ? tick(`${index}`, instead, false, "Instead: ") : make("span", "quiet", "Nothing else is free that week."));
  }

  function tick(id, time, checked, before = "") {
    const box = set(make("input"), { type: "checkbox", id: `course-${id}`, value: `${time.start} ${time.practitioner}` });
    box.checked = checked;
    box.addEventListener("change", () => changed(chosen().length));
    const words = set(make("label", "", `${before}${saidDate(time.start)}, ${saidTime(time.start)}, ${time.name}`), { for: box.id });
    return make("div", "choice", box, words);
  }

  const chosen = () => [...list.querySelectorAll("input:checked")].map(box => box.value);

  return {
    element,
    /** Forgets the dates: something else is asked for now. */
    clear() {
      list.replaceChildren();
      changed(0);
    },
    get isShown() { return list.children.length > 0; },
    starts: chosen,
  };
}
