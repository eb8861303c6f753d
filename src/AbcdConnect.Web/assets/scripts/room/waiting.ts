// What was typed and is not in the database yet: kept on this device, sealed where it keeps anything, so that neither a dead signal nor a dead
// browser loses a word. Each edit has its own number: sent twice it counts once.

import type { DraftStore } from "../draft-store";
import { type Edit, joined } from "./shared-text";

export class Waiting {
  private edits: Edit[] = [];
  private underway = 0;
  private written: Promise<void> = Promise.resolve();
  private stale = false;

  public constructor(
    private readonly store: DraftStore,
    private readonly key: string,
    /** What waits is on the disk, or nothing waits any more. */
    private readonly told: (waits: boolean) => void,
  ) {}

  public get all(): readonly Edit[] {
    return this.edits;
  }

  /** What an earlier page left behind goes first. */
  public adopt(edits: Edit[]): void {
    this.edits = [...edits, ...this.edits];
    this.keep();
  }

  public add(edit: Edit): void {
    const last = this.edits.length > this.underway ? this.edits[this.edits.length - 1] : undefined;
    const one = last === undefined ? undefined : joined(last, edit);
    if (one === undefined) {
      this.edits.push(edit);
    } else {
      this.edits[this.edits.length - 1] = one;
    }
    this.keep();
  }

  /** Sends all that waits, a batch at a time; what fails stays.
   * @returns False where something stays. */
  public async send(post: (edits: Edit[]) => Promise<void>): Promise<boolean> {
    if (this.underway > 0) {
      return true;
    }
    while (this.edits.length > 0) {
      const batch = this.edits.slice(0, 200);
      this.underway = batch.length;
      try {
        await post(batch);
      } catch {
        return false;
      } finally {
        this.underway = 0;
      }
      this.edits = this.edits.slice(batch.length);
      this.keep();
    }
    return true;
  }

  /** Resolves when what waits now is on the disk. */
  public async kept(): Promise<void> {
    await this.written;
  }

  private keep(): void {
    if (this.stale) {
      return;
    }
    this.stale = true;
    this.written = this.written.then(async () => {
      this.stale = false;
      try {
        if (this.edits.length === 0) {
          await this.store.remove(this.key);
        } else {
          await this.store.set(this.key, JSON.stringify(this.edits));
        }
        this.told(this.edits.length > 0);
      } catch {
        // No room on the device: it is sent from here all the same, as long as the page is open.
      }
    });
  }
}
