// Says beside a box how long what is typed is as a text: the same count as the clinic's own, in src/Booking/Messages/Gsm7.cs.
const alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
  + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const countTwo = "^{}\\[]~|€\f";
const plain = [[/[‘’‚‛′`´]/g, "'"], [/[“”„‟″«»]/g, '"'], [/[‐‑‒–—―−]/g, "-"], [/…/g, "..."], [/[•·]/g, "-"],
  [/[\t\u00a0\u202f\u2000-\u200a]/g, " "], [/[\u200b\u00ad\u2060\ufeff]/g, ""]];

function split(lengths, one, each) {
  let [parts, used, total] = [1, 0, 0];
  for (const length of lengths) {
    total += length;
    [parts, used] = used + length > each ? [parts + 1, length] : [parts, used + length];
  }
  return { letters: total, parts: total <= one ? 1 : parts };
}

export function count(typed) {
  const text = plain.reduce((all, [signs, sign]) => all.replace(signs, sign), typed.trim());
  const letters = [...text];
  return letters.every(letter => alphabet.includes(letter) || countTwo.includes(letter))
    ? split(letters.map(letter => countTwo.includes(letter) ? 2 : 1), 160, 153)
    : split(letters.map(letter => letter.length), 70, 67);
}

// A note that does not say who writes goes out with the clinic's name before it.
export function begun(typed, begin) {
  const name = begin.replace(/:\s*$/, "");
  return typed === "" || typed.toLowerCase().includes(name.toLowerCase()) ? typed : begin + typed;
}

for (const box of document.querySelectorAll("[data-parts]")) {
  const says = document.getElementById(box.dataset.parts);
  const say = () => {
    const { letters, parts } = count(begun(box.value.trim(), box.dataset.partsBegin ?? ""));
    says.textContent = letters === 0 ? "" : `${letters} letters, ${parts === 1 ? "one text" : `${parts} texts`}${parts > 2 ? ": too long" : ""}`;
  };
  box.addEventListener("input", say);
  say();
}
