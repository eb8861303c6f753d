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
