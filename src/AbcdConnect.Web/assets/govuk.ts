// GOV.UK's components. Asked for by app.ts where a page has one of them, and after what the page itself needs.
import { CharacterCount, Checkboxes, createAll, ErrorSummary, PasswordInput, Radios, SkipLink } from "govuk-frontend";

export function start(): void {
  createAll(CharacterCount);
  createAll(Checkboxes);
  createAll(ErrorSummary);
  createAll(PasswordInput);
  createAll(Radios);
  createAll(SkipLink);
}
