// What the boxes that complete a name are told without signal: from what is at hand.

import { handOf, type Handy, metHere } from "./envelopes";
import { SealedDisk } from "./post";
import { openSealedStore } from "./sealed-store";

const most = 8;

/** The same answer as the server's, from what is on the phone; undefined for an address that asks for something else. */
export async function suggestFromHand(address: URL): Promise<Handy[] | undefined> {
  const asked = ["/people/suggest", "/assets/suggest", "/activities/suggest", "/signposts/targets"];
  if (!asked.includes(address.pathname)) {
    return undefined;
  }
  const store = await openSealedStore();
  if (store === undefined) {
    return [];
  }
  const hand = await handOf(store);
  const named = (kind: string, handy: Handy[], detail: string) => handy.map((candidate) => ({ ...candidate, id: `${kind}-${candidate.id}`, detail }));
  const among =
    address.pathname === "/people/suggest"
      ? [...metHere(await new SealedDisk(store).load()), ...hand.people]
      : address.pathname === "/assets/suggest"
        ? hand.places
        : address.pathname === "/activities/suggest"
          ? hand.activities
          : [...named("asset", hand.places, "place"), ...named("activity", hand.activities, "activity")];
  return matching(among, address.searchParams.get("q") ?? "");
}

/** Those of whose words each typed one is the beginning. */
export function matching(among: Handy[], typed: string): Handy[] {
  const words = wordsOf(typed);
  return among.filter((candidate) => words.every((word) => wordsOf(candidate.label).some((own) => own.startsWith(word)))).slice(0, most);
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
