// What the form for a conversation has beyond other forms. Loaded by it alone; the form works without.
import { keepAboveKeyboard } from "./scripts/capture/keyboard";
import { fillByTap } from "./scripts/capture/fill";
import { lookAround } from "./scripts/capture/here";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-capture]")) {
  fillByTap(form);
  lookAround(form);
  keepAboveKeyboard(form);
}
