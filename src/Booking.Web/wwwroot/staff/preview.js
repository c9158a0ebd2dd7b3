// Shows how a message reads while it is typed. Without this, the button beside "Save" does.
const form = document.querySelector("form[data-preview]");
const pause = 400;
let waits;
let latest = 0;

form.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(show, pause);
});

async function show() {
  const mine = ++latest;
  const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#preview");
  if (fresh && mine === latest) document.querySelector("#preview").replaceChildren(...fresh.childNodes);
}
