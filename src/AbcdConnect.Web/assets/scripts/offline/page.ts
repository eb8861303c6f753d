// What every page does so that the phone works without signal: minds the key, takes to hand what will be needed, sends what waits.

import { type Hand, lexicon, lexiconVersion, nothingAtHand } from "./envelopes";
import { askWhetherRevoked, close, hasSignedOut, keepKey, signingOutIsDone, signOutHere, tidyKeys } from "./keys";
import { type Ended, inOrder, pauseAfter } from "./outbox";
import { newsFrom, SealedDisk, sendOutbox } from "./post";
import { NoRoom, openSealedStore, type SealedStore, whoOf } from "./sealed-store";

const handLasts = 15 * 60 * 1000;
let failures = 0;
let again: ReturnType<typeof setTimeout> | undefined;

export async function startOffline(page: Document): Promise<void> {
  if (!("indexedDB" in globalThis) || !("subtle" in (globalThis.crypto ?? {}))) {
    return;
  }
  const who = whoOf(page);
  const isShell = page.body.dataset["shell"] === "yes";
  minderOfSigningOut(page);
  registerWorker();
  if (hasSignedOut() && who !== undefined) {
    // Signed out without signal: the server hears of it now.
    await tidyKeys();
    page.querySelector<HTMLFormElement>("form[data-signs-out]")?.submit();
    return;
  }
  await tidyKeys();
  if (who === undefined && !isShell) {
    signingOutIsDone();
    await askWhetherRevoked();
  }
  try {
    if (who !== undefined && page.body.dataset["keeps"] === "yes") {
      await keepKey(who);
      await takeToHand(who);
    } else if (who !== undefined) {
      await close(who);
    }
  } catch (problem) {
    // Without room the key stays as it is, and what waits is sent all the same.
    if (!(problem instanceof NoRoom)) {
      throw problem;
    }
  }
  if (who !== undefined && "serviceWorker" in navigator) {
    // From now on this phone may lose its signal.
    void navigator.serviceWorker.ready.then(() => (page.body.dataset["offline"] = "ready"));
  }
  await showBadge(page);
  listenForNews(() => void showBadge(page));
  addEventListener("online", () => void sendSoon(0));
  await sendSoon(0);
}

/** Sends, and tries again by itself as long as it is "not now". */
export async function sendSoon(wait: number): Promise<void> {
  clearTimeout(again);
  if (wait > 0) {
    again = setTimeout(() => void sendSoon(0), wait);
    return;
  }
  const ended: Ended | "busy" | "no-key" = await sendOutbox();
  if (ended === "later" || ended === "busy") {
    failures++;
    askForSync();
    await sendSoon(pauseAfter(failures));
  } else {
    failures = 0;
  }
}

export function listenForNews(listener: (news: MessageEvent) => void): void {
  if (typeof BroadcastChannel !== "undefined") {
    new BroadcastChannel(newsFrom).addEventListener("message", listener);
  }
}

async function showBadge(page: Document): Promise<void> {
  const badges = page.querySelectorAll<HTMLElement>("[data-outbox-badge]");
  const store = await openSealedStore(whoOf(page));
  const all = store === undefined ? [] : inOrder(await new SealedDisk(store).load());
  const waiting = all.filter((envelope) => envelope.standing === "waiting").length;
  const refused = all.filter((envelope) => envelope.standing === "refused").length;
  for (const badge of badges) {
    badge.hidden = waiting + refused === 0;
    badge.textContent = refused > 0 ? `${refused} to look at` : `${waiting} to send`;
  }
}

async function takeToHand(who: string): Promise<void> {
  const store = await openSealedStore(who);
  if (store === undefined || store.closed) {
    return;
  }
  const before = await store.get<number>("hand:at");
  if (before !== undefined && Math.abs(Date.now() - before) < handLasts) {
    return;
  }
  try {
    const answer = await fetch("/outbox/hand", { headers: { Accept: "application/json" }, credentials: "same-origin", cache: "no-store", redirect: "manual" });
    if (answer.ok && (answer.headers.get("content-type") ?? "").includes("json")) {
      await store.set("hand:all", { ...nothingAtHand, ...((await answer.json()) as Hand) });
      await store.set("hand:at", Date.now());
    }
    // After all that the page itself needs.
    if (document.readyState !== "complete") {
      await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    }
    await takeLexicon(store);
  } catch {
    // No signal, or no room: what was at hand before still is.
  }
}

/** What gifts are recognised by, as the taxonomy stands now. */
async function takeLexicon(store: SealedStore): Promise<void> {
  const answer = await fetch("/gifts/lexicon.json", { headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual" });
  const version = answer.headers.get("etag");
  if (answer.ok && version !== null && version !== (await store.get<string>(lexiconVersion))) {
    await store.set(lexicon, await answer.text());
    await store.set(lexiconVersion, version);
  }
}

function registerWorker(): void {
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/service-worker.js").catch(() => {
      // Some browsers refuse in a private window: everything but working without signal still works.
    });
  }
}

interface Syncing extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

function askForSync(): void {
  if ("serviceWorker" in navigator) {
    void navigator.serviceWorker.ready
      .then((registration: Syncing) => registration.sync?.register("abcd-outbox"))
      .catch(() => {
        // Not allowed: the page sends when it is opened.
      });
  }
}

/** Signing out takes the key away before the page goes; and says first what is not sent yet. */
function minderOfSigningOut(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-signs-out]")) {
      return;
    }
    event.preventDefault();
    void (async () => {
      const said = page.querySelector("[data-unsent]") !== null;
      if (!said && (await unsent(page)) > 0) {
        location.assign("/sign-out");
        return;
      }
      await Promise.race([signOutHere(), new Promise((resolve) => setTimeout(resolve, 3000))]);
      form.submit();
    })();
  });
  void sayWhatIsUnsent(page);
}

async function sayWhatIsUnsent(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>("[data-unsent]");
  if (place === null) {
    return;
  }
  const count = await unsent(page);
  place.hidden = count === 0;
  const words = place.querySelector("p");
  if (words !== null) {
    words.textContent = `${count === 1 ? "One thing has" : `${count} things have`} not been sent yet. What is not sent stays on this phone, sealed: nobody else can read it, and it is sent when you sign in here again.`;
  }
}

async function unsent(page: Document): Promise<number> {
  const store = await openSealedStore(whoOf(page));
  return store === undefined ? 0 : (await new SealedDisk(store).load()).filter((envelope) => envelope.standing !== "sent").length;
}
