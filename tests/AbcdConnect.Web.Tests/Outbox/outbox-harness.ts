// Drives the outbox itself (assets/scripts/offline/outbox.ts) through a sequence that OutboxModelTests makes: a line of JSON in, a line out.
import { createInterface } from "node:readline";
import { change, type Disk, type Envelope, letGo, type Outcome, type Post, sendAll } from "../../../src/AbcdConnect.Web/assets/scripts/offline/outbox";

interface Step {
  do: string;
  id?: string;
  about?: string | null;
  words?: string;
  who?: string;
  on?: boolean;
  die?: number | null;
}

class Death extends Error {}

class World {
  public readonly disks = new Map<string, Map<string, string>>();
  public readonly stored = new Map<string, { who: string; words: string; about: string | null; number: string }>();
  public readonly arrived: string[] = [];
  public broken = 0;
  private signal = true;
  private busy = false;
  private loses = false;
  private holder: string | null = null;
  private session: string | null = null;
  private points = 0;
  private dies: number | null = null;

  public async take(step: Step): Promise<void> {
    switch (step.do) {
      case "signal":
        this.signal = step.on === true;
        break;
      case "busy":
        this.busy = step.on === true;
        break;
      case "lose":
        this.loses = true;
        break;
      case "signIn":
        this.holder = this.session = step.who ?? null;
        break;
      case "signOut":
        this.holder = this.session = null;
        break;
      case "expire":
        this.session = null;
        break;
      case "keep":
        await this.disk()?.write(this.envelope(step));
        break;
      case "change": {
        const envelope = this.read().find((candidate) => candidate.id === step.id);
        const changed = envelope === undefined ? undefined : change(envelope, envelope.fields.map(([name, value]) => [name, name === "Heard" ? (step.words ?? "") : value]));
        if (changed !== undefined) {
          await this.disk()?.write(changed);
        }
        break;
      }
      case "letGo": {
        const disk = this.disk();
        if (disk !== undefined) {
          await letGo(disk, step.id ?? "");
        }
        break;
      }
      case "run":
        await this.run(step.die ?? null);
        break;
      case "twice":
        await Promise.all([this.run(null), this.run(null)]);
        break;
      default:
        throw new Error(step.do);
    }
  }

  /** As a page does; dies at that point, if at all. What is on the disk and at the server stays as it then is. */
  private async run(dies: number | null): Promise<void> {
    const disk = this.disk();
    const who = this.holder;
    if (disk === undefined || who === null) {
      return;
    }
    this.points = 0;
    this.dies = dies;
    try {
      await sendAll(disk, this.post(who), () => 0);
    } catch (problem) {
      if (!(problem instanceof Death)) {
        throw problem;
      }
    } finally {
      this.dies = null;
    }
  }

  private point(): void {
    if (this.dies !== null && this.points++ === this.dies) {
      throw new Death();
    }
  }

  private read(): Envelope[] {
    return [...(this.disks.get(this.holder ?? "")?.values() ?? [])].map((text) => JSON.parse(text) as Envelope);
  }

  private disk(): Disk | undefined {
    if (this.holder === null) {
      return undefined;
    }
    const rows = this.disks.get(this.holder) ?? new Map<string, string>();
    this.disks.set(this.holder, rows);
    return {
      load: async () => {
        this.point();
        return [...rows.values()].map((text) => JSON.parse(text) as Envelope);
      },
      write: async (envelope) => {
        this.point();
        rows.set(envelope.id, JSON.stringify(envelope));
        this.point();
      },
      erase: async (id) => {
        rows.delete(id);
      },
    };
  }

  private envelope(step: Step): Envelope {
    const about = step.about ?? null;
    return {
      id: step.id ?? "",
      order: Math.max(0, ...this.read().map((envelope) => envelope.order)) + 1,
      kind: "conversation",
      title: "",
      path: "/conversations/new",
      fields: [["Heard", step.words ?? ""], ...(about === null ? [] : [["PersonIds", `new:${about}`] as [string, string]])],
      needs: about === null ? [] : [about],
      sealedAt: 0,
      standing: "waiting",
      uncertain: false,
    };
  }

  private post(who: string): Post {
    return async (envelope) => {
      this.point();
      const answer = this.serve(who, envelope);
      this.point();
      if (this.loses && answer.kind !== "later" && answer.kind !== "signed-out") {
        this.loses = false;
        return { kind: "later", left: true };
      }
      return answer;
    };
  }

  private serve(who: string, envelope: Envelope): Outcome {
    if (!this.signal || this.busy) {
      return { kind: "later", left: this.signal };
    }
    if (this.session !== who) {
      return { kind: "signed-out" };
    }
    const before = this.stored.get(envelope.id);
    if (before !== undefined) {
      return { kind: "stored", number: before.number };
    }
    const words = envelope.fields.find(([name]) => name === "Heard")?.[1] ?? "";
    const about = envelope.fields.find(([name]) => name === "PersonIds")?.[1] ?? null;
    if (words.startsWith("bad")) {
      return { kind: "refused", why: { problems: [{ field: "Heard", words: "not like this" }] } };
    }
    // Only the number of something stored, and of this member's, may be referred to.
    if (about !== null && ![...this.stored.values()].some((other) => other.number === about && other.who === who)) {
      this.broken++;
    }
    const number = String(this.stored.size + 1);
    this.stored.set(envelope.id, { who, words, about, number });
    this.arrived.push(envelope.id);
    return { kind: "stored", number };
  }

  public tell(): object {
    return {
      arrived: this.arrived,
      broken: this.broken,
      stored: [...this.stored].map(([id, { who, words }]) => ({ id, who, words })),
      kept: [...this.disks].flatMap(([who, rows]) =>
        [...rows.values()].map((text) => {
          const { id, standing, uncertain, fields } = JSON.parse(text) as Envelope;
          return { who, id, standing, uncertain, words: fields.find(([name]) => name === "Heard")?.[1] ?? "" };
        }),
      ),
    };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const world = new World();
  for (const step of JSON.parse(line) as Step[]) {
    await world.take(step);
  }
  process.stdout.write(`${JSON.stringify(world.tell())}\n`);
}
