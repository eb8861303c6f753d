// The outbox of whoever is signed in on this phone: where it stands, and how it is sent. Runs in pages and in the service worker alike.

import { askWhetherRevoked, close, fetchTicket, letGo, type Ticket } from "./keys";
import { type Disk, type Ended, type Envelope, type Outcome, overdue, type Post, type Refusal, sendAll } from "./outbox";
import { noted, note, standingOf, withRoom } from "./full";
import { NoRoom, openSealedStore, type SealedStore } from "./sealed-store";

const prefix = "out:";
const longestWait = 30_000;
const oldest = 60 * 24 * 3600;
const slack = 120;

/** What pages and the service worker tell each other. */
export interface News {
  sending?: string;
  /** A form could not be sent, nor kept. */
  stays?: Staying;
}

/** Why: it is none that can wait; nothing may be kept just now; there is no room. */
export type Staying = "unsent" | "nowhere" | "full";

export const newsFrom = "abcd-outbox";

export class SealedDisk implements Disk {
  public constructor(private readonly store: SealedStore) {}

  public async load(): Promise<Envelope[]> {
    // What has been sent stays sent: the service worker, which sends as well, cannot take a note away.
    return (await this.store.list<Envelope>(prefix)).map(({ value }) => (value.standing === "sent" ? value : { ...value, ...noted(value.id) }));
  }

  /** @throws NoRoom */
  public async write(envelope: Envelope): Promise<void> {
    const name = prefix + envelope.id;
    try {
      await withRoom(this.store, () => this.store.set(name, envelope));
      note(envelope.id, undefined);
    } catch (problem) {
      // On its way, or arrived: that much finds room elsewhere, so that a full phone still sends what waits on it.
      const before = problem instanceof NoRoom && envelope.standing !== "refused" ? await this.store.get<Envelope>(name) : undefined;
      if (before === undefined || JSON.stringify(before.fields) !== JSON.stringify(envelope.fields) || !note(envelope.id, standingOf(envelope))) {
        throw problem;
      }
    }
    tell({});
  }

  public async erase(id: string): Promise<void> {
    await this.store.remove(prefix + id);
    note(id, undefined);
    tell({});
  }
}

/** Sends what waits: unless another page is doing so already, or in its turn. */
export async function sendOutbox(turn: <T>(work: () => Promise<T>) => Promise<T | "busy"> = alone): Promise<Ended | "busy" | "no-key"> {
  const store = await openSealedStore();
  if (store === undefined) {
    return "no-key";
  }
  return turn(async () => {
    const disk = new SealedDisk(store);
    for (const old of overdue(await disk.load(), Date.now())) {
      await disk.erase(old.id);
    }
    try {
      const ended = await sendAll(disk, poster(store.who), Date.now);
      if (ended === "signed-out") {
        await askWhetherRevoked();
      }
      return ended;
    } catch (problem) {
      if (problem instanceof NoRoom) {
        return "later";
      }
      throw problem;
    } finally {
      await letGoOfClosed(store, disk);
      tell({});
    }
  });
}

/** Where nothing is to be kept any more, the key goes with the last thing that waits: to be sent, put right, or gone on with. */
async function letGoOfClosed(store: SealedStore, disk: SealedDisk): Promise<void> {
  const now = store.closed ? store : await openSealedStore(store.who);
  if (now?.closed !== true) {
    return;
  }
  const all = await disk.load();
  if (all.every((envelope) => envelope.standing === "sent") && (await store.list("draft:")).length === 0) {
    for (const envelope of all) {
      await disk.erase(envelope.id);
    }
    await letGo(store.who);
  }
}

/** One at a time, over all pages and the service worker. Where a browser knows no locks, two may send at once: each is stored once. */
export async function alone<T>(work: () => Promise<T>): Promise<T | "busy"> {
  if (!("locks" in navigator)) {
    return work();
  }
  return navigator.locks.request("abcd-outbox", { ifAvailable: true }, async (lock) => (lock === null ? "busy" : work()));
}

/** The same, after whoever is sending just now: what somebody typed waits for its turn and is not turned away. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("abcd-outbox", work) : work();
}

function poster(who: string): Post {
  let ticket: Ticket | undefined | null;
  return async (envelope) => {
    const age = Math.round((Date.now() - envelope.sealedAt) / 1000);
    if (age < -slack || age > oldest) {
      return refused("", "The clock of this phone was changed since you wrote this. Say which day it was, and send it again.");
    }
    tell({ sending: envelope.id });
    for (let fresh = false; ; fresh = true) {
      if (ticket === undefined || fresh) {
        ticket = await fetchTicket();
      }
      if (ticket === null) {
        ticket = undefined;
        return { kind: "later", left: false };
      }
      if (ticket === undefined || ticket.who !== who) {
        return { kind: "signed-out" };
      }
      if (!ticket.keeps) {
        await close(who);
      }
      const answer = await send(envelope, ticket.token, Math.max(0, age));
      if (answer?.status !== 400 || fresh) {
        return answer === undefined ? { kind: "later", left: true } : outcomeOf(answer);
      }
    }
  };
}

async function send(envelope: Envelope, token: string, age: number): Promise<Response | undefined> {
  try {
    return await fetch(envelope.path, {
      method: "POST",
      body: new URLSearchParams(envelope.fields),
      headers: { Accept: "application/json", RequestVerificationToken: token, "X-Envelope": envelope.id, "X-Envelope-Age": String(age) },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(longestWait),
    });
  } catch {
    return undefined;
  }
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    return { kind: "signed-out" };
  }
  const said = (answer.headers.get("content-type") ?? "").includes("json") ? ((await answer.json().catch(() => undefined)) as { address?: string; problems?: Refusal["problems"] } | undefined) : undefined;
  if (answer.ok) {
    if (said === undefined) {
      return { kind: "later", left: true };
    }
    const number = /\/(\d+)(?:[?#]|$)/.exec(said.address ?? "")?.[1];
    return { kind: "stored", ...(number === undefined ? {} : { number }), ...(said.address === undefined ? {} : { address: said.address }) };
  }
  switch (answer.status) {
    case 403:
    case 404:
    case 409:
    case 422:
      return { kind: "refused", why: { problems: said?.problems ?? [{ field: "", words: "This was not taken. Ask your coordinator whether you may still do it." }] } };
    case 405:
    case 410:
    case 415:
      return refused("", "This is done differently now. Copy your words into the page where it belongs.");
    case 413:
      return refused("", "This is longer than forty pages. Shorten it, or send the rest as a second one.");
    default:
      return { kind: "later", left: true };
  }
}

function refused(field: string, words: string): Outcome {
  return { kind: "refused", why: { problems: [{ field, words }] } };
}

export function tell(news: News): void {
  if (typeof BroadcastChannel === "undefined") {
    return;
  }
  const channel = new BroadcastChannel(newsFrom);
  channel.postMessage(news);
  channel.close();
}
