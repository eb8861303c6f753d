// The life of a key on this phone: asked for when signed in, let go when signed out, wiped when the device is revoked.

import { deleteRows, getRow, getRows, namesFrom, putRow } from "./database";
import { stillGood } from "./sealed-store";

/** What the server says to a page that is signed in. */
export interface Ticket {
  who: string;
  /** The antiforgery token, to be sent in a header. */
  token: string;
  /** The server's clock. */
  now: number;
  device: string | null;
  /** Base64; only where asked for. */
  secret: string | null;
  /** How long a key stays without contact. None: nothing is kept here. */
  days: number;
  /** Whether the programme lets phones keep anything. */
  keeps: boolean;
}

const signedOutKey = "abcd:signed-out";
const day = 24 * 3600 * 1000;

/** Asks who is signed in; undefined where nobody is, null where there is no answer. */
export async function fetchTicket(withSecret = false): Promise<Ticket | undefined | null> {
  try {
    const answer = await fetch(withSecret ? "/outbox/key" : "/outbox/ticket", { headers: { Accept: "application/json" }, credentials: "same-origin", cache: "no-store", redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      return undefined;
    }
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").includes("json")) {
      return null;
    }
    return (await answer.json()) as Ticket;
  } catch {
    return null;
  }
}

/** Makes sure that this member's key is here, and that its days begin again. True where it is. */
export async function keepKey(who: string): Promise<boolean> {
  // Somebody else's, who did not sign out: not the next one's to read.
  for (const other of await getRows("keys")) {
    if (other.who !== who) {
      await letGo(other.who);
    }
  }
  const before = await getRow("keys", who);
  const now = Date.now();
  if (before !== undefined && before.closed !== true && stillGood(before.until, before.seenAt, now) && now - before.seenAt < 15 * 60 * 1000) {
    return true;
  }
  const ticket = await fetchTicket(true);
  if (ticket === null) {
    return before !== undefined && before.closed !== true && stillGood(before.until, before.seenAt, now);
  }
  if (ticket === undefined || ticket.who !== who) {
    return false;
  }
  if (ticket.days <= 0 || ticket.device === null || ticket.secret === null) {
    await close(who);
    return false;
  }
  // The device is written down first: what is sealed can always be asked after.
  await putRow("devices", { device: ticket.device, who });
  await putRow("keys", { who, device: ticket.device, key: await derive(ticket.secret, ticket.device), until: now + ticket.days * day, seenAt: now });
  return true;
}

async function derive(secret: string, device: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const text = new TextEncoder();
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: text.encode(device), info: text.encode("AbcdConnect, what is kept on a phone, 1") },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Lets the key go, and what is only at hand. What was not sent stays, sealed. */
export async function letGo(who: string): Promise<void> {
  await deleteRows("keys", who);
  await deleteRows("sealed", namesFrom(who, "hand:"));
}

/** Nothing may be kept here any more: what is only at hand goes at once; the key when what waits is sent (post.ts). */
export async function close(who: string): Promise<void> {
  await deleteRows("sealed", namesFrom(who, "hand:"));
  const row = await getRow("keys", who);
  if (row !== undefined && row.closed !== true) {
    await putRow("keys", { ...row, closed: true });
  }
}

/** Signing out: said in a place that is written at once, so that a phone which dies in the next moment forgets at the next start. */
export async function signOutHere(): Promise<void> {
  try {
    localStorage.setItem(signedOutKey, "1");
  } catch {
    // No room: the key goes all the same.
  }
  await forgetAfterSigningOut();
}

/** Signing out that was begun and not finished; and keys whose days are over. */
export async function tidyKeys(): Promise<void> {
  if (hasSignedOut()) {
    await forgetAfterSigningOut();
    return;
  }
  const now = Date.now();
  for (const row of await getRows("keys")) {
    if (!stillGood(row.until, row.seenAt, now)) {
      await letGo(row.who);
    }
  }
}

/** Whether somebody signed out here and the server may not know yet. */
export function hasSignedOut(): boolean {
  try {
    return localStorage.getItem(signedOutKey) !== null;
  } catch {
    return false;
  }
}

/** The server knows that nobody is signed in. */
export function signingOutIsDone(): void {
  try {
    localStorage.removeItem(signedOutKey);
  } catch {
    // Was not there either.
  }
}

async function forgetAfterSigningOut(): Promise<void> {
  for (const row of await getRows("keys")) {
    await letGo(row.who);
  }
}

/** Asks the server whether the devices that have something here still stand; wipes what belongs to those that do not. */
export async function askWhetherRevoked(): Promise<void> {
  for (const { device, who } of await getRows("devices")) {
    let standing: string;
    try {
      const answer = await fetch(`/outbox/devices/${device}`, { headers: { Accept: "application/json" }, credentials: "omit", cache: "no-store" });
      if (!answer.ok) {
        continue;
      }
      standing = ((await answer.json()) as { standing: string }).standing;
    } catch {
      return;
    }
    if (standing === "held") {
      await letGo(who);
    } else if (standing === "gone") {
      const key = await getRow("keys", who);
      // The same member may have signed in again here since, on a new device with a new key; what was sealed before opens for nobody.
      if (key === undefined || key.device === device) {
        await deleteRows("keys", who);
        await deleteRows("sealed", namesFrom(who, ""));
      }
      await deleteRows("devices", device);
    }
  }
}
