// What the form for a conversation offers to tap, from what is at hand: people and places of late, the worker's neighbourhoods.

import { findBox, makeChip } from "../chips";
import { type Handy, handOf, metHere } from "./envelopes";
import { SealedDisk } from "./post";
import type { SealedStore } from "./sealed-store";

const mostPeople = 6;
const mostPlaces = 4;
const aFew = 6;

export async function offerHand(form: HTMLFormElement, store: SealedStore): Promise<void> {
  const lists = [...form.querySelectorAll<HTMLElement>("[data-hand]")];
  if (lists.length === 0) {
    return;
  }
  const hand = await handOf(store);
  const met = metHere(await new SealedDisk(store).load());
  for (const list of lists) {
    switch (list.dataset["hand"]) {
      case "people":
        offer(form, list, "PersonIds", [...met, ...hand.people].slice(0, mostPeople), "checkbox");
        break;
      case "places":
        offer(form, list, "PlaceId", hand.places.slice(0, mostPlaces), "radio");
        break;
      default:
        offer(form, list, "Neighbourhood", hand.neighbourhoods.length > aFew ? [] : hand.neighbourhoods, "radio", hand.neighbourhoods.length === 1);
    }
  }
}

function offer(form: HTMLFormElement, list: HTMLElement, name: string, handy: Handy[], type: "checkbox" | "radio", checked = false): void {
  for (const one of handy) {
    // A draft may have brought it back already.
    if (findBox(form, name, one.id) === undefined) {
      const chip = makeChip({ name, value: one.id, label: one.label, checked, type });
      chip.dataset["handy"] = "";
      list.append(chip);
    }
  }
}
