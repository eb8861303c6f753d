// Opens the application where there is no signal, keeps what cannot be sent, and sends it later. What it caches is the same for
// everybody: styles, scripts, typefaces, and a page fetched without the cookie. build.mjs fills in the two names below.

import { keepForm, lexicon, mayBeKept, type Fields } from "./scripts/offline/envelopes";
import { pauseAfter } from "./scripts/offline/outbox";
import { inTurn, sendOutbox, type Staying, tell } from "./scripts/offline/post";
import { NoRoom, openSealedStore } from "./scripts/offline/sealed-store";
import { suggestFromHand } from "./scripts/offline/suggestions";

declare const PRECACHE: string[];
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: "install" | "activate" | "sync", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const ours = "abcd-shell-";
const cacheName = ours + VERSION;
const shell = "/offline";
const longestWait = 30_000;
const shortWait = 4000;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      await cache.addAll([shell, ...PRECACHE].map((address) => new Request(address, { credentials: "omit", cache: "reload" })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(ours) && name !== cacheName) {
          await caches.delete(name);
        }
      }
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(request.method === "GET" ? open(request, address) : post(request, address));
  } else if (request.method === "GET" && (address.pathname.startsWith("/built/") || PRECACHE.includes(address.pathname + address.search))) {
    event.respondWith(fromCache(request));
  } else if (request.method === "GET" && address.pathname === "/gifts/lexicon.json") {
    event.respondWith(recogniseBy(request));
  } else if (request.method === "GET" && (address.pathname.endsWith("/suggest") || address.pathname === "/signposts/targets")) {
    event.respondWith(suggest(request, address));
  }
});

worker.addEventListener("sync", (event) => {
  event.waitUntil(
    (async () => {
      // A page that is sending may be closed in the middle: its turn ends with it, and what it leaves is sent here.
      const ended = await sendOutbox(inTurn);
      if (ended === "later") {
        // The browser tries again by its own clock.
        throw new Error(`Not now; again in ${pauseAfter(1)} ms at the earliest.`);
      }
    })(),
  );
});

async function open(request: Request, address: URL): Promise<Response> {
  const waits = !/\.\w+$/.test(address.pathname);
  try {
    return await (waits ? inTime(fetch(request)) : fetch(request));
  } catch {
    return (await caches.match(shell)) ?? Response.error();
  }
}

/** A bar of signal that carries nothing is no signal. */
function inTime(answer: Promise<Response>): Promise<Response> {
  return Promise.race([answer, new Promise<Response>((_, reject) => setTimeout(() => reject(new Error("No answer.")), longestWait))]);
}

/** A form that is sent, or else kept. */
async function post(request: Request, address: URL): Promise<Response> {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    return keep(copy, address);
  }
}

async function keep(request: Request, address: URL): Promise<Response> {
  let fields: Fields;
  try {
    fields = [...(await request.formData())].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  } catch {
    return stay("unsent");
  }
  if (!mayBeKept(fields)) {
    return stay("unsent");
  }
  const store = await openSealedStore();
  if (store === undefined || store.closed) {
    return stay("nowhere");
  }
  try {
    const envelope = await keepForm(store, address.pathname, fields, true);
    return Response.redirect(`/outbox?kept=${envelope.id}`, 303);
  } catch (problem) {
    return stay(problem instanceof NoRoom ? "full" : "nowhere");
  }
}

/** No content: the browser stays on the page, with all that was typed there; the page says why (stays.ts). */
function stay(why: Staying): Response {
  tell({ stays: why });
  return new Response(null, { status: 204 });
}

async function fromCache(request: Request): Promise<Response> {
  // By its whole address, with the version in it: an old style never meets a new page.
  return (await caches.match(request)) ?? fetch(request);
}

async function recogniseBy(request: Request): Promise<Response> {
  const answer = fetch(request);
  try {
    return await Promise.race([answer, new Promise<Response>((_, reject) => setTimeout(() => reject(new Error("No answer.")), shortWait))]);
  } catch {
    const kept = await (await openSealedStore())?.get<string>(lexicon);
    return kept === undefined ? answer : new Response(kept, { headers: { "Content-Type": "application/json" } });
  }
}

async function suggest(request: Request, address: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch (problem) {
    const found = await suggestFromHand(address);
    if (found === undefined) {
      throw problem;
    }
    return Response.json(found);
  }
}
