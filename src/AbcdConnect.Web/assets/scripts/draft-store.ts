import { keepKey } from "./offline/keys";
import { sealedDrafts } from "./offline/sealed-drafts";
import { openSealedStore, whoOf } from "./offline/sealed-store";

/** Where drafts are kept. What they hold is about people: a store keeps them from everybody but who wrote them. */
export interface DraftStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** The keys that begin so. */
  list(beginning: string): Promise<string[]>;
  /** When somebody signs out, or somebody else has signed in. */
  clear(): Promise<void>;
}

const prefix = "abcd:draft:";

/** The browser's own store for one tab: gone with the tab. */
export function tabStore(storage: Storage): DraftStore {
  const keys = (beginning: string) => Object.keys(storage).filter((key) => key.startsWith(prefix + beginning));
  return {
    get: async (key) => storage.getItem(prefix + key),
    set: async (key, value) => storage.setItem(prefix + key, value),
    remove: async (key) => storage.removeItem(prefix + key),
    list: async (beginning) => keys(beginning).map((key) => key.slice(prefix.length)),
    clear: async () => keys("").forEach((key) => storage.removeItem(key)),
  };
}

/** Sealed on this device where the member may keep anything there, so that a crash takes nothing; else for the tab alone. */
export function draftStore(page: Document): DraftStore {
  const chosen = choose(page);
  return {
    get: async (key) => (await chosen).get(key),
    set: async (key, value) => (await chosen).set(key, value),
    remove: async (key) => (await chosen).remove(key),
    list: async (beginning) => (await chosen).list(beginning),
    clear: async () => (await chosen).clear(),
  };
}

/** A phone without room: what does not fit into the first is in the second, as long as the tab is open. */
function withSpare(first: DraftStore, second: DraftStore): DraftStore {
  return {
    get: async (key) => (await second.get(key)) ?? first.get(key),
    set: async (key, value) => {
      try {
        await first.set(key, value);
      } catch {
        return second.set(key, value);
      }
      await second.remove(key);
    },
    remove: async (key) => {
      await second.remove(key);
      await first.remove(key);
    },
    list: async (beginning) => [...new Set([...(await first.list(beginning)), ...(await second.list(beginning))])],
    clear: async () => {
      await second.clear();
      await first.clear();
    },
  };
}

/** Nothing may be kept on this phone any more: what was begun goes on in this tab. */
async function moveToTab(who: string): Promise<void> {
  const store = await openSealedStore(who);
  if (store === undefined) {
    return;
  }
  const [from, to] = [sealedDrafts(store), tabStore(sessionStorage)];
  for (const key of await from.list("")) {
    const draft = await from.get(key);
    if (draft !== null) {
      await to.set(key, draft);
      await from.remove(key);
    }
  }
}

async function choose(page: Document): Promise<DraftStore> {
  const who = whoOf(page);
  try {
    if (page.body.dataset["shell"] === "yes" || (who !== undefined && page.body.dataset["keeps"] === "yes" && (await keepKey(who)))) {
      const store = await openSealedStore(who);
      if (store !== undefined && !store.closed) {
        return withSpare(sealedDrafts(store), tabStore(sessionStorage));
      }
    } else if (who !== undefined) {
      await moveToTab(who);
    }
  } catch {
    // A private window, or no room: the tab's own store does.
  }
  return tabStore(sessionStorage);
}
