/** An element with a class, words and children. Words are only ever text: a name with markup in it stays a name. */
export function make(tag, look = "", ...inside) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.append(...inside.filter(part => part !== null && part !== undefined && part !== ""));
  return element;
}

export function button(words, key, act, look = "button second") {
  const element = make("button", look, words);
  element.type = "button";
  if (key) {
    const shown = make("kbd", "", key);
    shown.setAttribute("aria-hidden", "true");
    element.append(" ", shown);
    element.setAttribute("aria-keyshortcuts", key);
  }
  element.addEventListener("click", act);
  return element;
}

/** A name that may be written from right to left. */
export const named = text => make("bdi", "", text);

export const byId = id => document.getElementById(id);
