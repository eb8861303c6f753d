// A phone without room. What was typed before is safe; what waits is still sent; and what is only at hand makes way for words.

import type { Envelope } from "./outbox";
import { NoRoom, type SealedStore } from "./sealed-store";

const notesKey = "abcd:out";
const spare = ["hand:lexicon-version", "hand:lexicon", "hand:at", "hand:all"];

/** Where an envelope stands: nothing that anybody typed. */
export type Standing = Partial<Pick<Envelope, "standing" | "uncertain" | "number" | "address" | "sentAt">>;

/** Does it; without room once more, after what can be fetched again has made way. @throws NoRoom */
export async function withRoom(store: SealedStore, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof NoRoom)) {
      throw problem;
    }
    for (const name of spare) {
      await store.remove(name);
    }
    await work();
  }
}

export function standingOf({ standing, uncertain, number, address, sentAt }: Envelope): Standing {
  return { standing, uncertain, ...(number === undefined ? {} : { number }), ...(address === undefined ? {} : { address }), ...(sentAt === undefined ? {} : { sentAt }) };
}

/** What could not be written into the envelope itself. */
export function noted(id: string): Standing {
  return read()[id] ?? {};
}

/** Notes it in the browser's small store, which has room of its own; without a standing it forgets it. False where there is none, as in
 * a service worker. */
export function note(id: string, standing: Standing | undefined): boolean {
  const all = read();
  if (standing === undefined && all[id] === undefined) {
    return true;
  }
  const { [id]: _, ...others } = all;
  try {
    localStorage.setItem(notesKey, JSON.stringify(standing === undefined ? others : { ...others, [id]: standing }));
    return true;
  } catch {
    return false;
  }
}

function read(): Record<string, Standing> {
  try {
    return JSON.parse(localStorage.getItem(notesKey) ?? "{}") as Record<string, Standing>;
  } catch {
    return {};
  }
}
