// Every page works without this file. It makes some things quicker and none possible.
import { moveCardsByArrows } from "./scripts/board";
import { guardAgainstDoubleTaps } from "./scripts/double-tap";
import { draftStore } from "./scripts/draft-store";
import { keepDrafts } from "./scripts/drafts";
import { findWhileTyping } from "./scripts/find";
import { showLikely } from "./scripts/likely";
import { closeMenusFromOutside } from "./scripts/menus";
import { startOffline } from "./scripts/offline/page";
import { sayWhatStays } from "./scripts/offline/stays";
import { beginShellForms } from "./scripts/offline/shell-forms";
import { offerPasskeys } from "./scripts/passkeys";
import { recogniseLater } from "./scripts/recognise-later";
import { offerSuggestions } from "./scripts/suggest";
import { dragToReorder } from "./scripts/reorder";
import { keepTableRoles } from "./scripts/tables";
import { answerInPlace } from "./scripts/today";
import { stayWithTooMuch } from "./scripts/too-much";

// GOV.UK's components look for these; its own inline script is not allowed by our content security policy.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

keepTableRoles(document);
closeMenusFromOutside(document);
moveCardsByArrows(document);
dragToReorder(document);
findWhileTyping(document);
offerSuggestions(document);
showLikely(document);
beginShellForms(document);
void keepDrafts(document, draftStore(document));
recogniseLater(document);
offerPasskeys(document);
answerInPlace(document);
stayWithTooMuch(document);
guardAgainstDoubleTaps(document);
sayWhatStays(document);
void startOffline(document);

// Last, and not waited for: a slow phone can type by now.
if (document.querySelector("[data-module]") !== null) {
  void import("./govuk").then(({ start }) => start());
}
