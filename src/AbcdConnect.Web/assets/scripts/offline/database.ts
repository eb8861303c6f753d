// The phone's own database. What stands in it that is anybody's words is sealed: see sealed-store.ts.

/** A key that is let go on a day, whether or not anybody comes back. */
export interface KeyRow {
  who: string;
  device: string;
  key: CryptoKey;
  /** By this phone's clock. */
  until: number;
  seenAt: number;
  /** Nothing new is kept: what is here is sent, and then the key goes. */
  closed?: true;
}

/** A device that has something of somebody's: kept after signing out, to ask whether it still stands. */
export interface DeviceRow {
  device: string;
  who: string;
}

export interface SealedRow {
  who: string;
  name: string;
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

interface Rows {
  keys: KeyRow;
  devices: DeviceRow;
  sealed: SealedRow;
}

type StoreName = keyof Rows;

/** The phone has no room left. */
export class NoRoom extends Error {
  public constructor() {
    super("There is no room left on this phone.");
    this.name = "NoRoom";
  }
}

let opening: Promise<IDBDatabase> | undefined;

/** Undefined where the browser keeps nothing: some do not in a private window. */
export async function openDatabase(): Promise<IDBDatabase | undefined> {
  try {
    opening ??= open();
    return await opening;
  } catch {
    opening = undefined;
    return undefined;
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("abcd", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("keys", { keyPath: "who" });
      asked.result.createObjectStore("devices", { keyPath: "device" });
      asked.result.createObjectStore("sealed", { keyPath: ["who", "name"] });
    };
    asked.onsuccess = () => {
      const database = asked.result;
      const again = () => (opening = undefined);
      database.onclose = again;
      database.onversionchange = () => {
        database.close();
        again();
      };
      resolve(database);
    };
    asked.onerror = () => reject(asked.error ?? new Error("The phone's database cannot be opened."));
  });
}

export async function getRow<S extends StoreName>(store: S, key: IDBValidKey): Promise<Rows[S] | undefined> {
  return read(store, (rows) => rows.get(key) as IDBRequest<Rows[S] | undefined>, undefined);
}

export async function getRows<S extends StoreName>(store: S, range?: IDBKeyRange): Promise<Rows[S][]> {
  return read(store, (rows) => rows.getAll(range) as IDBRequest<Rows[S][]>, []);
}

export async function putRow<S extends StoreName>(store: S, row: Rows[S]): Promise<void> {
  await write(store, (rows) => rows.put(row));
}

export async function deleteRows(store: StoreName, which: IDBValidKey | IDBKeyRange): Promise<void> {
  await write(store, (rows) => rows.delete(which));
}

/** All names of one member that begin so. */
export function namesFrom(who: string, prefix: string): IDBKeyRange {
  return IDBKeyRange.bound([who, prefix], [who, `${prefix}\uffff`]);
}

async function read<T>(store: StoreName, ask: (rows: IDBObjectStore) => IDBRequest<T>, without: T): Promise<T> {
  const database = await openDatabase();
  if (database === undefined) {
    return without;
  }
  return new Promise((resolve, reject) => {
    const asked = ask(database.transaction(store).objectStore(store));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("The phone's database cannot be read."));
  });
}

/** Done means on the disk: what a phone that dies in the next moment still has. */
async function write(store: StoreName, change: (rows: IDBObjectStore) => IDBRequest): Promise<void> {
  const database = await openDatabase();
  if (database === undefined) {
    throw new NoRoom();
  }
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    const asked = change(transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => {
      const problem = transaction.error ?? asked.error;
      reject(problem === null || problem.name === "QuotaExceededError" ? new NoRoom() : problem);
    };
  });
}
