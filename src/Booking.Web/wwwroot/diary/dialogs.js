// The dialogs for which the diary's screen asks.
import { openBlock, openStandingBlock } from "./block.js";
import { openBooking } from "./book.js";
import { diary } from "./diary.js";

document.addEventListener("diary:book", event => openBooking(event.detail, diary));

document.addEventListener("diary:block", event => {
  const standing = diary.state.data.blocks.find(block => block.id === event.detail.id);
  if (standing) openStandingBlock(standing, diary);
  else openBlock(event.detail, diary);
});
