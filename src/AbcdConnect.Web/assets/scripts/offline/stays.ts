// A form that could neither be sent nor kept stays on the screen as it was typed, and says so.

import { listenForNews } from "./page";
import type { News, Staying } from "./post";

const words: Record<Staying, string> = {
  unsent: "No signal, and this is not something that can wait on this phone. What you typed stays here: try again when there is signal.",
  nowhere: "No signal, and this phone keeps nothing for you just now. What you typed stays here: leave this page open, and try again when there is signal.",
  full: "No signal, and there is no room left on this phone. What you typed stays here: leave this page open. Deleting some photographs makes room; then press the button again.",
};

export function sayWhatStays(page: Document): void {
  let sent: HTMLFormElement | undefined;
  page.addEventListener("submit", (event) => (sent = event.target instanceof HTMLFormElement ? event.target : undefined));
  listenForNews((event) => {
    const why = (event.data as News).stays;
    const form = sent;
    if (why === undefined || form === undefined) {
      return;
    }
    sent = undefined;
    let said = form.querySelector<HTMLElement>("[data-stays]");
    if (said === null) {
      said = page.createElement("p");
      said.className = "govuk-error-message";
      said.dataset["stays"] = "";
      said.setAttribute("role", "alert");
      said.tabIndex = -1;
      form.prepend(said);
    }
    said.textContent = words[why];
    form.dispatchEvent(new CustomEvent("abcd:stays", { bubbles: true }));
    said.focus();
  });
}
