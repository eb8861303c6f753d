// What becomes of an envelope. Pure: nothing here knows the phone, the network or the page, so that a thousand bad days can be
// tried on it (docs/decisions/0010-no-signal.md).

/** A form as it would have been posted. */
export interface Envelope {
  /** Its SubmissionId. */
  id: string;
  /** Envelopes are sent in this order. */
  order: number;
  kind: string;
  /** What the worker calls it: "Conversation with Dot". */
  title: string;
  /** Where its form posts to. */
  path: string;
  fields: [string, string][];
  /** Envelopes that this one refers to, as <c>new:id</c> in its fields. */
  needs: string[];
  /** By this phone's clock, which may be wrong. */
  sealedAt: number;
  standing: "waiting" | "refused" | "sent";
  /** It was tried and no answer came: it may have arrived. */
  uncertain: boolean;
  /** Why it was refused, in the server's words. */
  why?: Refusal;
  /** What the server knows it by, and where it stands there. */
  number?: string;
  address?: string;
  sentAt?: number;
}

export interface Refusal {
  /** To be shown beside a field, or about the whole where the field is empty. */
  problems: { field: string; words: string }[];
}

/** What the server made of an envelope. */
export type Outcome =
  | { kind: "stored"; number?: string; address?: string }
  | { kind: "refused"; why: Refusal }
  /** Not now: no answer, or one that says so. It may have arrived all the same, unless it never left. */
  | { kind: "later"; left: boolean }
  /** It was not taken: somebody has to sign in first. */
  | { kind: "signed-out" };

export interface Disk {
  load(): Promise<Envelope[]>;
  write(envelope: Envelope): Promise<void>;
  erase(id: string): Promise<void>;
}

export type Post = (envelope: Envelope) => Promise<Outcome>;

export type Ended = "nothing-left" | "later" | "signed-out";

const keepSentFor = 24 * 3600 * 1000;
const newPerson = /^new:([0-9a-f-]{36})$/;

/** Sends what can be sent, in order, one at a time. Whatever it is doing when the phone dies, the next run goes on from there. */
export async function sendAll(disk: Disk, post: Post, now: () => number): Promise<Ended> {
  for (;;) {
    const all = await disk.load();
    const envelope = next(all);
    if (envelope === undefined) {
      return "nothing-left";
    }
    const outcome = address(envelope, all);
    if (outcome === undefined) {
      await disk.write(refuse(envelope, "Somebody this was about is not here any more. Choose again who it was."));
      continue;
    }
    // Written down first: from here on it may have arrived.
    await disk.write({ ...envelope, uncertain: true });
    const answer = await post(outcome);
    switch (answer.kind) {
      case "stored":
        await disk.write(stored(envelope, answer, now()));
        break;
      case "refused":
        await disk.write({ ...envelope, standing: "refused", uncertain: false, why: answer.why });
        break;
      default:
        if (answer.kind === "signed-out" || !answer.left) {
          // As before: what never left can still be put right.
          await disk.write(envelope);
        }
        return answer.kind;
    }
  }
}

/** The first that waits for nothing but the signal. */
export function next(all: Envelope[]): Envelope | undefined {
  return inOrder(all).find((envelope) => envelope.standing === "waiting" && waitsFor(envelope, all) === undefined);
}

/** What must be sent before this one: refused, or waiting itself. */
export function waitsFor(envelope: Envelope, all: Envelope[]): Envelope | undefined {
  return all.find((other) => envelope.needs.includes(other.id) && other.standing !== "sent");
}

export function inOrder(all: Envelope[]): Envelope[] {
  return [...all].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** With the numbers of those it refers to; undefined where one of them is gone. */
function address(envelope: Envelope, all: Envelope[]): Envelope | undefined {
  const fields: [string, string][] = [];
  for (const [name, value] of envelope.fields) {
    const refersTo = newPerson.exec(value)?.[1];
    if (refersTo === undefined || !envelope.needs.includes(refersTo)) {
      fields.push([name, value]);
      continue;
    }
    const number = all.find((other) => other.id === refersTo)?.number;
    if (number === undefined) {
      return undefined;
    }
    fields.push([name, number]);
  }
  return { ...envelope, fields };
}

function stored(envelope: Envelope, answer: Extract<Outcome, { kind: "stored" }>, now: number): Envelope {
  const { why: _, ...kept } = envelope;
  return { ...kept, standing: "sent", uncertain: false, sentAt: now, ...(answer.number === undefined ? {} : { number: answer.number }), ...(answer.address === undefined ? {} : { address: answer.address }) };
}

function refuse(envelope: Envelope, words: string): Envelope {
  return { ...envelope, standing: "refused", uncertain: false, why: { problems: [{ field: "", words }] } };
}

/** Whether it is the worker's to change: what may have arrived is not, since a changed one would be taken for the same. */
export function mayChange(envelope: Envelope): boolean {
  return envelope.standing === "refused" || (envelope.standing === "waiting" && !envelope.uncertain);
}

/** Put right, and waiting again at its old place in the order. Undefined where it is too late. */
export function change(envelope: Envelope, fields: [string, string][], now = envelope.sealedAt, title = envelope.title): Envelope | undefined {
  if (!mayChange(envelope)) {
    return undefined;
  }
  const { why: _, ...kept } = envelope;
  return { ...kept, title, fields, needs: needsOf(fields), sealedAt: now, standing: "waiting" };
}

/** Lets one go, by the worker's own hand. False where it is too late. Those that refer to it are refused at the next run. */
export async function letGo(disk: Disk, id: string): Promise<boolean> {
  const envelope = (await disk.load()).find((candidate) => candidate.id === id);
  if (envelope === undefined || !mayChange(envelope)) {
    return false;
  }
  await disk.erase(id);
  return true;
}

/** The envelopes that these fields refer to. */
export function needsOf(fields: [string, string][]): string[] {
  return [...new Set(fields.flatMap(([, value]) => newPerson.exec(value)?.[1] ?? []))];
}

/** Sent ones stay to be seen for a day, and as long as another refers to them. */
export function overdue(all: Envelope[], now: number): Envelope[] {
  return all.filter((envelope) => envelope.standing === "sent" && Math.abs(now - (envelope.sentAt ?? now)) > keepSentFor && !all.some((other) => other.standing !== "sent" && other.needs.includes(envelope.id)));
}

/** How long to wait after so many runs that ended in "later": 5 s, 10 s, 20 s … 10 min. */
export function pauseAfter(failures: number): number {
  return Math.min(5000 * 2 ** Math.max(0, failures - 1), 600_000);
}
