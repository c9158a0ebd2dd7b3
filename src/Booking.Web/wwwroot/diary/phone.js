// The telephone rings: the diary's screen asks for the booking panel.
import { openBooking } from "./book.js";
import { diary } from "./diary.js";

document.addEventListener("diary:book", event => openBooking(event.detail, diary));
