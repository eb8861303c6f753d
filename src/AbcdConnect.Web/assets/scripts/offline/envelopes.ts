// A form that cannot be sent becomes an envelope.

import { change, type Envelope, inOrder, needsOf } from "./outbox";
import { SealedDisk } from "./post";
import type { SealedStore } from "./sealed-store";

export type Fields = [string, string][];

/** Something at hand without signal. */
export interface Handy {
  id: string;
  label: string;
  detail?: string | null;
}

export interface Hand {
  people: Handy[];
  places: Handy[];
  activities: Handy[];
  neighbourhoods: Handy[];
}

export const nothingAtHand: Hand = { people: [], places: [], activities: [], neighbourhoods: [] };

/** What gifts are recognised by, and which state of the taxonomy it is. */
export const lexicon = "hand:lexicon";
export const lexiconVersion = "hand:lexicon-version";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const kinds: [RegExp, string][] = [
  [/^\/conversations\/new$/, "conversation"],
  [/^\/people\/new$/, "person"],
  [/^\/signposts\/new$/, "signpost"],
  [/^\/activities\/\d+\/sessions\/new$/, "attendance"],
  [/^\/people\/\d+\/gifts/, "gift"],
];

/** What was at hand when there last was signal. */
export async function handOf(store: SealedStore): Promise<Hand> {
  return { ...nothingAtHand, ...(await store.get<Hand>("hand:all")) };
}

/** Only a form with a number of its own is stored once however often it arrives; and no other is kept. */
export function mayBeKept(fields: Fields): boolean {
  return fields.some(([name, value]) => name === "SubmissionId" && guid.test(value) && !/^0[0-]*$/.test(value)) && !fields.some(([name]) => name === "do" || name === "existing");
}

/** Seals a form.
 * @param tried It was sent and no answer came: it may have arrived. */
export async function keepForm(store: SealedStore, path: string, fields: Fields, tried: boolean): Promise<Envelope> {
  const disk = new SealedDisk(store);
  const all = await disk.load();
  const hand = await handOf(store);
  const kept = withoutEmpty(fields);
  let id = valueOf(kept, "SubmissionId").toLowerCase();
  const already = all.find((envelope) => envelope.id === id);
  if (already !== undefined) {
    if (JSON.stringify(already.fields) === JSON.stringify(kept)) {
      return already;
    }
    const changed = change(already, kept, Date.now());
    if (changed !== undefined) {
      await disk.write(changed);
      return changed;
    }
    // The first may have arrived, and another under its number would be taken for it: these words get one of their own.
    id = crypto.randomUUID();
    kept.splice(0, kept.length, ...kept.map(([name, value]): [string, string] => [name, name === "SubmissionId" ? id : value]));
  }
  let order = (inOrder(all).at(-1)?.order ?? 0) + 1;
  const make = (own: string, to: string, what: Fields, uncertain: boolean): Envelope => ({
    id: own,
    order: order++,
    kind: kindOf(to),
    title: titleOf(to, what, hand, all),
    path: to,
    fields: what,
    needs: needsOf(what),
    sealedAt: Date.now(),
    standing: "waiting",
    uncertain,
  });
  const people = tried ? [] : newPeople(kept).map((name) => ({ name, id: crypto.randomUUID() }));
  const own = tried ? kept : kept.filter(([name]) => name !== "NewPeople");
  const place = kept.find(([name]) => name === "Neighbourhood");
  const made: string[] = [];
  try {
    for (const person of people) {
      const envelope = make(person.id, "/people/new", personFields(person.id, person.name, place?.[1]), false);
      await disk.write(envelope);
      made.push(envelope.id);
      all.push(envelope);
      own.push([kindOf(path) === "signpost" ? "PersonId" : "PersonIds", `new:${person.id}`]);
    }
    const envelope = make(id, path, kindOf(path) === "person" && !own.some(([name]) => name === "SomebodyElse") ? [...own, ["SomebodyElse", "true"]] : own, tried);
    await disk.write(envelope);
    return envelope;
  } catch (problem) {
    // No room for all of it: whoever is new is kept with what was heard, or not at all, and not twice at the next try.
    for (const person of made) {
      await disk.erase(person);
    }
    throw problem;
  }
}

/** People met without signal who are not sent yet: they can be named again at once. */
export function metHere(all: Envelope[]): Handy[] {
  return inOrder(all)
    .filter((envelope) => envelope.kind === "person" && envelope.standing !== "sent")
    .map((envelope) => ({ id: `new:${envelope.id}`, label: valueOf(envelope.fields, "FirstName"), detail: "new, not sent yet" }));
}

export function kindOf(path: string): string {
  return kinds.find(([shape]) => shape.test(path))?.[1] ?? "form";
}

/** What the worker calls it. */
export function titleOf(path: string, fields: Fields, hand: Hand, all: Envelope[]): string {
  const who = [...fields.filter(([name]) => name === "PersonIds" || name === "PersonId").map(([, id]) => nameOf(id, hand, all)), ...newPeople(fields), valueOf(fields, "GroupName")].filter((name) => name !== "");
  const them = who.length === 0 ? "" : who.length < 4 ? who.join(", ") : `${who.slice(0, 3).join(", ")} and ${who.length - 3} more`;
  switch (kindOf(path)) {
    case "conversation":
      return them === "" ? "A conversation" : `Conversation with ${them}`;
    case "person":
      return `${valueOf(fields, "FirstName")}, somebody new`;
    case "signpost": {
      const target = nameOf(valueOf(fields, "Target"), hand, all) || valueOf(fields, "TargetName") || "a place";
      return `${them === "" ? "Somebody" : them} told about ${target}`;
    }
    case "attendance": {
      const activity = hand.activities.find((candidate) => path.startsWith(`/activities/${candidate.id}/`));
      return `Who came to ${activity?.label ?? "an activity"}`;
    }
    case "gift":
      return `${valueOf(fields, "Words") || "A gift"}`;
    default:
      return "A form";
  }
}

export function nameOf(id: string, hand: Hand, all: Envelope[]): string {
  const [, kind, number] = /^(asset|activity)-(\d+)$/.exec(id) ?? [];
  const found = kind === "asset" ? hand.places : kind === "activity" ? hand.activities : [...hand.people, ...metHere(all)];
  return found.find((candidate) => candidate.id === (number ?? id))?.label ?? (id.startsWith("new:") ? valueOf(all.find((envelope) => `new:${envelope.id}` === id)?.fields ?? [], "FirstName") : "");
}

/** Boxes left empty, and what belongs to a gift without words, say nothing. */
function withoutEmpty(fields: Fields): Fields {
  const said = (name: string) => valueOf(fields, name.replace(/\.\w+$/, ".Words")).trim() !== "";
  return fields.filter(([name, value]) => name !== "__RequestVerificationToken" && (name === "Heard" || (value !== "" && (!/^Gifts\[\d+\]\./.test(name) || said(name)))));
}

function newPeople(fields: Fields): string[] {
  return fields.filter(([name, value]) => name === "NewPeople" && value.trim() !== "").map(([, value]) => value.trim());
}

function personFields(id: string, name: string, neighbourhood: string | undefined): Fields {
  return [["SubmissionId", id], ["FirstName", name], ["SomebodyElse", "true"], ...(neighbourhood === undefined ? [] : [["NeighbourhoodId", neighbourhood] as [string, string]])];
}

export function valueOf(fields: Fields, name: string): string {
  return fields.find(([candidate]) => candidate === name)?.[1] ?? "";
}
