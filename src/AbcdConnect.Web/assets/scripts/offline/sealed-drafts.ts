// Drafts where nobody but their writer can read them: they outlive the tab, the browser and signing out.
import type { SealedStore } from "./sealed-store";

const prefix = "draft:";

export function sealedDrafts(store: SealedStore) {
  return {
    get: async (key: string): Promise<string | null> => (await store.get<string>(prefix + key)) ?? null,
    set: async (key: string, value: string): Promise<void> => store.set(prefix + key, value),
    remove: async (key: string): Promise<void> => store.remove(prefix + key),
    list: async (beginning: string): Promise<string[]> => (await store.list<string>(prefix + beginning)).map((kept) => kept.name.slice(prefix.length)),
    // Signed out, they stay as they are: sealed, for the same member alone.
    clear: async (): Promise<void> => undefined,
  };
}
