import { field, open } from "./dialog.js";
import { make } from "./dom.js";

/** A rule stands in the way that somebody with the right and a reason may overrule. */
export function overrule(refusal, act) {
  open("That is not free", [
    make("p", "", refusal),
    field("Do it all the same, because", "Reason", "input", { maxLength: 200, autocomplete: "off", required: true }),
  ], "Do it all the same", async ({ Reason }) => {
    if (!Reason.trim()) return { fields: { Reason: "Say why it should be done all the same" } };
    act(Reason.trim());
    return null;
  });
}
