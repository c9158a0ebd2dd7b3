// How the diary speaks with the clinic's computer. It throws where no answer came: nothing that was typed is lost by that.

/** Nobody is signed in any more at this browser. */
export class SignedOut extends Error {}

/** Something else answered, or with a page. */
export class Strange extends Error {}

/** Reads; null where what was asked for cannot be. */
export async function get(address, query) {
  const answer = await fetch(`${address}?${new URLSearchParams(clean(query))}`, { headers: { Accept: "application/json" } });
  return answer.ok ? read(answer) : null;
}

/** Sends fields, each [name, value]; a name may come several times. */
export async function post(address, token, fields) {
  const body = new URLSearchParams(fields.filter(isSaid));
  return read(await fetch(address, {
    method: "POST", body, headers: { RequestVerificationToken: token, Accept: "application/json" },
  }));
}

async function read(answer) {
  if (answer.redirected) throw new SignedOut();
  if (!answer.headers.get("content-type")?.includes("json")) throw new Strange(`The clinic answered ${answer.status}.`);
  return answer.json();
}

const isSaid = ([, value]) => value !== null && value !== undefined && value !== "";

const clean = query => Object.entries(query).filter(isSaid);
