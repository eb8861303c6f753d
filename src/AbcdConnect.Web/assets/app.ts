// Every page works without this file. It makes some things quicker and none possible.
import { CharacterCount, Checkboxes, createAll, ErrorSummary, PasswordInput, Radios, SkipLink } from "govuk-frontend";
import { guardAgainstDoubleTaps } from "./scripts/double-tap";
import { keepDrafts } from "./scripts/drafts";
import { closeMenusFromOutside } from "./scripts/menus";
import { startOffline } from "./scripts/offline/page";
import { offerPasskeys } from "./scripts/passkeys";
import { offerSuggestions } from "./scripts/suggest";
import { keepTableRoles } from "./scripts/tables";
import { answerInPlace } from "./scripts/today";

// GOV.UK's components look for these; its own inline script is not allowed by our content security policy.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(PasswordInput);
createAll(Radios);
createAll(SkipLink);

keepTableRoles(document);
closeMenusFromOutside(document);
offerSuggestions(document);
keepDrafts(document, sessionStorage);
offerPasskeys(document);
answerInPlace(document);
guardAgainstDoubleTaps(document);
void startOffline(document);
