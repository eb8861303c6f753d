// The page that opens without signal, and the outbox.
import { keepForm, kindOf, type Fields } from "./scripts/offline/envelopes";
import { offerHand } from "./scripts/offline/hand";
import { begin } from "./scripts/offline/shell-forms";
import { sendSoon } from "./scripts/offline/page";
import { showOutbox } from "./scripts/offline/panel";
import { alone } from "./scripts/offline/post";
import { NoRoom, openSealedStore } from "./scripts/offline/sealed-store";

const shell = document.querySelector<HTMLElement>("[data-shell-page]");
const outbox = document.querySelector<HTMLElement>("[data-outbox]");

if (shell !== null) {
  void showShell(shell);
}
if (outbox !== null) {
  void showOutbox(outbox);
}
sayKept();

/** One page stands for all that cannot be fetched: it shows the form of the address that was asked for. */
async function showShell(page: HTMLElement): Promise<void> {
  const store = await openSealedStore();
  const kind = location.pathname === "/outbox" || location.pathname === "/offline" ? "outbox" : kindOf(location.pathname);
  const usable = store !== undefined && !store.closed;
  const known = page.querySelector(`[data-part="${kind}"]`) !== null;
  for (const part of page.querySelectorAll<HTMLElement>("[data-part]")) {
    const wanted = part.dataset["part"] ?? "";
    part.hidden = wanted === "locked" ? store !== undefined : wanted === "closed" ? store === undefined || usable || kind === "outbox" : !usable ? wanted !== "outbox" || kind !== "outbox" : wanted !== (known ? kind : "menu");
  }
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-keeps]")) {
    prepare(form);
    if (usable) {
      await offerHand(form, store);
    }
  }
}

function prepare(form: HTMLFormElement): void {
  // Somebody who asked for a page about somebody gets the form about them.
  const asked = new URLSearchParams(location.search);
  const activity = /^\/activities\/(\d+)\/sessions\/new$/.exec(location.pathname)?.[1] ?? asked.get("activity");
  if (activity !== null && form.dataset["keeps"] === "attendance") {
    form.dataset["activity"] = activity;
  }
  let keeping = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (!keeping) {
      keeping = true;
      void keep(form).finally(() => (keeping = false));
    }
  });
}

async function keep(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-problem]");
  const say = (words: string) => {
    if (problem !== null) {
      problem.textContent = words;
      problem.hidden = false;
      problem.focus();
    }
  };
  const fields = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const missing = [...form.querySelectorAll<HTMLElement>("[data-wanted]")].find((field) => !(field.dataset["wanted"] ?? "").split(" ").some((name) => fields.some(([own, value]) => own === name && value.trim() !== "")));
  if (missing !== undefined) {
    say(missing.dataset["say"] ?? "Something is still missing.");
    return;
  }
  const store = await openSealedStore();
  if (store === undefined || store.closed) {
    say("Nothing can be kept on this phone until you sign in again. Leave this page open: what you typed stays here.");
    return;
  }
  const chosen = fields.find(([name]) => name === "Activity")?.[1];
  const path = form.dataset["keeps"] === "attendance" ? `/activities/${chosen ?? form.dataset["activity"] ?? ""}/sessions/new` : (form.getAttribute("action") ?? "");
  try {
    const kept = await keepForm(store, path, fields.filter(([name]) => name !== "Activity") as Fields, false);
    form.dispatchEvent(new CustomEvent("abcd:safe"));
    // Back from the outbox, the next one is another.
    form.reset();
    form.querySelectorAll("[data-chosen] > li:not([data-handy])").forEach((chip) => chip.remove());
    begin(form);
    location.assign(`/outbox?kept=${kept.id}`);
  } catch (problem) {
    say(
      problem instanceof NoRoom
        ? "There is no room left on this phone. Leave this page open: what you typed stays here. Make room by deleting some photographs, then press the button again."
        : "This could not be kept. Leave this page open, and press the button again.",
    );
  }
}

function sayKept(): void {
  const kept = document.querySelector<HTMLElement>("[data-kept]");
  if (kept === null || !new URLSearchParams(location.search).has("kept")) {
    return;
  }
  kept.hidden = false;
  kept.dataset["saved"] = "";
  document.dispatchEvent(new CustomEvent("abcd:kept"));
  history.replaceState(null, "", location.pathname);
  void alone(async () => undefined).then(() => sendSoon(0));
}
