// Keeps what somebody typed on their phone so that only they can read it there: sealed with AES-GCM by a key that signing out
// destroys (docs/decisions/0010-no-signal.md). Signed out, or on a browser that keeps nothing, there is no store: callers then
// do without.

import { deleteRows, getRow, getRows, namesFrom, NoRoom, putRow, type SealedRow } from "./database";

export { NoRoom };

export interface SealedStore {
  /** The member's number. */
  readonly who: string;
  /** Nothing new is to be kept: the programme said so. What is here can be read, and sent. */
  readonly closed: boolean;
  get<T>(name: string): Promise<T | undefined>;
  /** Kept when the promise is. @throws NoRoom */
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
  /** In the order of their names. What cannot be opened with this key is left out. */
  list<T>(prefix: string): Promise<{ name: string; value: T }[]>;
}

/** The store of whoever's key is on this phone; undefined where there is none, or it has been let go.
 * @param who The member's number, as the page says it; in the shell, which does not know, whoever signed in last. */
export async function openSealedStore(who?: string): Promise<SealedStore | undefined> {
  const rows = who === undefined ? await getRows("keys") : [await getRow("keys", who)];
  const now = Date.now();
  const row = rows.filter((candidate) => candidate !== undefined && stillGood(candidate.until, candidate.seenAt, now)).sort((a, b) => (b?.seenAt ?? 0) - (a?.seenAt ?? 0))[0];
  return row === undefined ? undefined : new Store(row.who, row.key, row.closed === true);
}

/** The member that the page is for; undefined where it is for nobody. */
export function whoOf(page: Document): string | undefined {
  const who = page.body.dataset["who"];
  return who === "" ? undefined : who;
}

/** A clock set back by more than a day does not lengthen a key's life. */
export function stillGood(until: number, seenAt: number, now: number): boolean {
  return now <= until && now > seenAt - 24 * 3600 * 1000;
}

class Store implements SealedStore {
  public constructor(
    public readonly who: string,
    private readonly key: CryptoKey,
    public readonly closed: boolean,
  ) {}

  public async get<T>(name: string): Promise<T | undefined> {
    const row = await getRow("sealed", [this.who, name]);
    return row === undefined ? undefined : this.open<T>(row);
  }

  public async set(name: string, value: unknown): Promise<void> {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: this.label(name) }, this.key, words);
    await putRow("sealed", { who: this.who, name, nonce, sealed });
  }

  public async remove(name: string): Promise<void> {
    await deleteRows("sealed", [this.who, name]);
  }

  public async list<T>(prefix: string): Promise<{ name: string; value: T }[]> {
    const found: { name: string; value: T }[] = [];
    for (const row of await getRows("sealed", namesFrom(this.who, prefix))) {
      const value = await this.open<T>(row);
      if (value !== undefined) {
        found.push({ name: row.name, value });
      }
    }
    return found;
  }

  private async open<T>(row: SealedRow): Promise<T | undefined> {
    try {
      const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.nonce, additionalData: this.label(row.name) }, this.key, row.sealed);
      return JSON.parse(new TextDecoder().decode(words)) as T;
    } catch {
      // Sealed with a key that was revoked since: nobody can read it again.
      return undefined;
    }
  }

  // Sealed in: nothing can be moved to another name or another member.
  private label(name: string): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(`${this.who}\n${name}`);
  }
}
