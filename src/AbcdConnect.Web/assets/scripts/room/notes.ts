// One item's notes as everybody in the room writes them: a plain text box that others' words come into.

import type { DraftStore } from "../draft-store";
import { type Edit, type Letter, SharedText } from "./shared-text";
import { Waiting } from "./waiting";

export type Post = (item: number, edits: Edit[]) => Promise<void>;

export class ItemNotes {
  private text = new SharedText();
  private readonly waiting: Waiting;
  private readonly box: HTMLTextAreaElement | undefined;
  private readonly shown: HTMLElement | undefined;
  private composing = false;
  private held: Edit[] = [];
  private recent: Edit[] = [];
  private live = false;

  public constructor(
    place: HTMLElement,
    public readonly item: number,
    title: string,
    mayWrite: boolean,
    private readonly writer: number,
    store: DraftStore,
    key: string,
    private readonly post: Post,
    private readonly stays: () => void,
  ) {
    this.waiting = new Waiting(store, `${key}:${writer}`, (waits) => {
      if (this.box !== undefined) {
        this.box.dataset["waits"] = waits ? "kept" : "no";
      }
    });
    if (!mayWrite) {
      this.shown = document.createElement("p");
      this.shown.className = "abcd-preline";
      place.replaceChildren(this.shown);
      return;
    }
    const box = document.createElement("textarea");
    box.className = "govuk-textarea";
    box.id = `notes-${item}`;
    box.rows = 6;
    box.maxLength = 100_000;
    box.disabled = true;
    const label = document.createElement("label");
    label.className = "govuk-label";
    label.htmlFor = box.id;
    label.textContent = `What is being said: ${title}`;
    place.replaceChildren(label, box);
    this.box = box;
    box.addEventListener("compositionstart", () => (this.composing = true));
    box.addEventListener("compositionend", () => {
      this.composing = false;
      this.typed();
      const held = this.held;
      this.held = [];
      this.hear(held);
    });
    box.addEventListener("input", () => {
      if (!this.composing) {
        this.typed();
      }
    });
  }

  /** What an earlier page left unsent. */
  public adopt(edits: Edit[]): void {
    this.waiting.adopt(edits);
  }

  /** Resolves when what waits is on the disk. */
  public async kept(): Promise<void> {
    await this.waiting.kept();
  }

  /** The server is asked for the notes: what comes until it has answered may not be in its answer. */
  public expect(): void {
    this.recent = [];
  }

  /** The notes as the server has them; what is not there yet comes on top. */
  public begin(text: SharedText, late: readonly Edit[]): void {
    for (const edit of [...late, ...this.recent, ...this.waiting.all]) {
      text.take(edit);
    }
    const [from, to] = this.places();
    this.text = text;
    this.live = true;
    this.show(from, to);
    if (this.box !== undefined) {
      this.box.disabled = false;
    }
  }

  /** What others typed. */
  public heard(edits: readonly Edit[]): void {
    this.recent.push(...edits);
    if (!this.live) {
      return;
    }
    if (this.composing) {
      this.held.push(...edits);
      return;
    }
    this.hear(edits);
  }

  private hear(edits: readonly Edit[]): void {
    const [from, to] = this.places();
    for (const edit of edits) {
      this.text.take(edit);
    }
    this.show(from, to);
  }

  /** @returns Whether nothing waits any more. */
  public async send(): Promise<boolean> {
    return this.waiting.send((edits) => this.post(this.item, edits));
  }

  private typed(): void {
    if (this.box === undefined || !this.live) {
      return;
    }
    const edit = this.text.become(this.writer, this.box.value);
    if (edit !== undefined) {
      this.box.dataset["waits"] = "yes";
      this.waiting.add(edit);
      this.stays();
    }
  }

  private places(): [Letter | undefined, Letter | undefined] {
    return [this.text.letterBefore(this.box?.selectionStart ?? 0), this.text.letterBefore(this.box?.selectionEnd ?? 0)];
  }

  /** The cursor stays behind the letter that it was behind. */
  private show(from: Letter | undefined, to: Letter | undefined): void {
    const now = this.text.text;
    if (this.shown !== undefined) {
      this.shown.textContent = now;
      return;
    }
    const box = this.box;
    if (box === undefined || box.value === now) {
      return;
    }
    const top = box.scrollTop;
    box.value = now;
    box.setSelectionRange(this.text.placeAfter(from), this.text.placeAfter(to));
    box.scrollTop = top;
  }
}
