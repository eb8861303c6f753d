// A text that several people write at once: the browser's half of src/AbcdConnect.Domain/Meetings/Room/SharedText.cs, which says what it
// is, where it comes from and why it converges. Both are held to the same edits by the tests.

/** An edit as it travels: the letters taken out are spans of writer, number and count. */
export interface Edit {
  writer: number;
  number: number;
  afterWriter: number | null;
  afterNumber: number | null;
  text: string;
  removed: [number, number, number][];
}

interface Run {
  writer: number;
  number: number;
  length: number;
  /** Null where the letters were taken out. */
  text: string | null;
}

export interface Letter {
  writer: number;
  number: number;
}

export class SharedText {
  private readonly runs: Run[] = [];
  private waiting: Edit[] = [];
  /** @param letters As the server keeps them: each run as writer, number, and its text or how many letters were taken out.
   * @param clock The highest number seen, as the server knows it. */
  public constructor(
    letters: [number, number, string | number][] = [],
    private clock = 0,
  ) {
    for (const [writer, number, what] of letters) {
      const length = typeof what === "string" ? what.length : what;
      this.runs.push({ writer, number, length, text: typeof what === "string" ? what : null });
      this.clock = Math.max(this.clock, number + length - 1);
    }
  }

  public get text(): string {
    return this.runs.map((run) => run.text ?? "").join("");
  }

  /** Takes in an edit: at once, or when the letters that it speaks of have come. Taking it in again changes nothing. */
  public take(edit: Edit): void {
    this.clock = Math.max(this.clock, edit.number + Math.max(edit.text.length, 1) - 1);
    if (!this.isReady(edit)) {
      if (!this.waiting.some((one) => one.writer === edit.writer && one.number === edit.number)) {
        this.waiting.push(edit);
      }
      return;
    }
    this.apply(edit);
    for (let ready = this.waiting.find((one) => this.isReady(one)); ready !== undefined; ready = this.waiting.find((one) => this.isReady(one))) {
      const now = ready;
      this.waiting = this.waiting.filter((one) => one !== now);
      this.apply(now);
    }
  }

  /** What somebody must have done to make one text of the other; undefined where they are the same. */
  public become(writer: number, text: string): Edit | undefined {
    const before = this.text;
    let start = 0;
    while (start < before.length && start < text.length && before[start] === text[start]) {
      start++;
    }
    // The two halves of one letter stay together.
    if (start > 0 && isHigh(before, start - 1)) {
      start--;
    }
    let end = 0;
    while (end < before.length - start && end < text.length - start && before[before.length - end - 1] === text[text.length - end - 1]) {
      end++;
    }
    if (end > 0 && isLow(before, before.length - end)) {
      end--;
    }
    const [removed, put] = [before.length - start - end, text.slice(start, text.length - end)];
    if (removed === 0 && put === "") {
      return undefined;
    }
    const after = this.letterBefore(start);
    const edit: Edit = { writer, number: this.clock + 1, afterWriter: after?.writer ?? null, afterNumber: after?.number ?? null, text: put, removed: this.lettersAt(start, removed) };
    this.apply(edit);
    return edit;
  }

  /** The letter that a place in the text follows; undefined at its beginning. */
  public letterBefore(at: number): Letter | undefined {
    const [span] = at === 0 ? [] : this.lettersAt(at - 1, 1);
    return span === undefined ? undefined : { writer: span[0], number: span[1] };
  }

  /** The place after a letter, also where it was taken out since. */
  public placeAfter(letter: Letter | undefined): number {
    if (letter === undefined) {
      return 0;
    }
    const [run, offset] = this.find(letter.writer, letter.number);
    let at = 0;
    for (let before = 0; before < run; before++) {
      at += this.runs[before]?.text?.length ?? 0;
    }
    const found = this.runs[run];
    return found === undefined || found.text === null ? at : at + offset + 1;
  }

  private isReady(edit: Edit): boolean {
    return (edit.afterNumber === null || this.find(edit.afterWriter ?? 0, edit.afterNumber)[0] >= 0) && edit.removed.every((span) => this.hasAll(span));
  }

  private hasAll([writer, number, count]: [number, number, number]): boolean {
    for (let at = 0; at < count; ) {
      const [run, offset] = this.find(writer, number + at);
      const found = this.runs[run];
      if (found === undefined) {
        return false;
      }
      at += found.length - offset;
    }
    return true;
  }

  private apply(edit: Edit): void {
    this.clock = Math.max(this.clock, edit.number + Math.max(edit.text.length, 1) - 1);
    for (const span of edit.removed) {
      this.remove(span);
    }
    if (edit.text !== "" && this.find(edit.writer, edit.number)[0] < 0) {
      this.insert(edit);
    }
  }

  private insert(edit: Edit): void {
    let at = 0;
    if (edit.afterNumber !== null) {
      const [run, offset] = this.find(edit.afterWriter ?? 0, edit.afterNumber);
      this.split(run, offset + 1);
      at = run + 1;
    }
    // Of two that follow the same letter the later stands first.
    for (let next = this.runs[at]; next !== undefined && (next.number > edit.number || (next.number === edit.number && next.writer > edit.writer)); next = this.runs[at]) {
      at++;
    }
    this.runs.splice(at, 0, { writer: edit.writer, number: edit.number, length: edit.text.length, text: edit.text });
  }

  private remove([writer, number, count]: [number, number, number]): void {
    for (let at = 0; at < count; ) {
      let [run, offset] = this.find(writer, number + at);
      this.split(run, offset);
      run += offset > 0 ? 1 : 0;
      const found = this.runs[run];
      if (found === undefined) {
        return;
      }
      this.split(run, Math.min(count - at, found.length));
      at += found.length;
      found.text = null;
    }
  }

  /** Leaves the run's first part where it is, shortened. */
  private split(run: number, offset: number): void {
    const whole = this.runs[run];
    if (whole === undefined || offset <= 0 || offset >= whole.length) {
      return;
    }
    this.runs.splice(run + 1, 0, { writer: whole.writer, number: whole.number + offset, length: whole.length - offset, text: whole.text?.slice(offset) ?? null });
    whole.text = whole.text?.slice(0, offset) ?? null;
    whole.length = offset;
  }

  private find(writer: number, number: number): [number, number] {
    const run = this.runs.findIndex((one) => one.writer === writer && number >= one.number && number < one.number + one.length);
    return [run, run < 0 ? 0 : number - (this.runs[run]?.number ?? 0)];
  }

  private lettersAt(at: number, count: number): [number, number, number][] {
    const spans: [number, number, number][] = [];
    for (const run of this.runs) {
      if (count === 0) {
        break;
      }
      if (run.text === null) {
        continue;
      }
      if (at >= run.length) {
        at -= run.length;
        continue;
      }
      const taken = Math.min(run.length - at, count);
      spans.push([run.writer, run.number + at, taken]);
      at = 0;
      count -= taken;
    }
    return spans;
  }
}

/** One more stroke right behind the one before is the same edit, as long as that has not been sent. */
export function joined(before: Edit, next: Edit): Edit | undefined {
  const last = before.number + before.text.length - 1;
  return before.text !== "" && next.removed.length === 0 && next.writer === before.writer && next.number === last + 1 && next.afterWriter === before.writer && next.afterNumber === last
    ? { ...before, text: before.text + next.text }
    : undefined;
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
