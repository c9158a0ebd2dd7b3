import { open } from "./dialog.js";
import { make } from "./dom.js";
import { field } from "./field.js";

/** A rule stands in the way that somebody with the right and a reason may overrule: `again` tries with the reason. */
export function overrule(refusal, again) {
  open("That is not free", [
    make("p", "", refusal),
    field("Do it all the same, because", "Reason", "input", { maxlength: 200, required: "" }),
  ], "Do it all the same", async ({ Reason }) =>
    Reason.trim() ? again(Reason.trim()) : { fields: { Reason: "Say why it should be done all the same" } });
}
