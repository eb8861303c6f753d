// What is typed into a form is kept as it is typed, until the server says that it is saved, or somebody lets it go.
//
// A form that makes something new has a number (SubmissionId): each one begun is a draft of its own, and saving it after all
// stores it once, however often it was sent. A form that changes something is one draft for its address.

import { type Chip, findBox, makeChip, readChips } from "./chips";
import type { DraftStore } from "./draft-store";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Typed {
  /** What the server had put there, so that a value the server has changed since is not overwritten. */
  given: string;
  typed: string;
}

interface Draft {
  begun: string;
  number: string | null;
  fields: Record<string, Typed>;
  /** Where they stood: the list's place among the form's lists. */
  chips: [list: number, chip: Chip][];
}

const sentKey = "abcd:sent";
const storedKey = "abcd:stored";
const whoKey = "abcd:who";
const openKey = "abcd:open:";

/** Long text boxes of forms that save are kept; with data-keep on the form, its other fields too. */
export async function keepDrafts(page: Document, store: DraftStore): Promise<void> {
  // What tells tabs and members apart holds nothing that was typed.
  const tab = sessionStorage;
  // A page's own scripts run after this one, and may have to make the fields that a draft comes back to.
  const ready = new Promise<unknown>((resolve) => {
    if (page.readyState === "complete") {
      resolve(undefined);
    }
    page.addEventListener("DOMContentLoaded", resolve, { once: true });
    addEventListener("load", resolve, { once: true });
  });
  const saved = forgetSaved(page, store, tab);
  await forgetOthers(page, store, tab);
  await saved;

  for (const form of page.querySelectorAll<HTMLFormElement>("form[method=post]")) {
    if (form.matches("[data-signs-out]")) {
      form.addEventListener("submit", () => void store.clear());
    } else if (fieldsOf(form).length > 0) {
      await new Keeper(form, store, tab).start(ready);
    }
  }
}

class Keeper {
  private readonly home: string;
  private readonly given: Map<string, string>;
  private givenChips: string;
  private readonly asGiven: Draft;
  private readonly number: HTMLInputElement | null;
  private begun = new Date().toISOString();
  private waiting: string | null | undefined;
  private writing: Promise<void> | undefined;

  public constructor(private readonly form: HTMLFormElement, private readonly store: DraftStore, private readonly tab: Storage) {
    // A page may hold several forms.
    this.home = `${location.pathname}#${form.id === "" ? (form.getAttribute("action") ?? "") : form.id}#`;
    const number = form.elements.namedItem("SubmissionId");
    // A form that changes something has the number too, but nothing in it.
    this.number = number instanceof HTMLInputElement && /[1-9a-f]/.test(number.value) ? number : null;
    this.given = new Map(fieldsOf(form).map((field) => [keyOf(field), read(field)]));
    this.asGiven = this.look();
    this.givenChips = JSON.stringify(this.asGiven.chips);
  }

  private get key(): string {
    return this.home + (this.number?.value ?? "");
  }

  public async start(ready: Promise<unknown>): Promise<void> {
    // From the first letter: what is typed while the store is still being asked is kept too.
    for (const change of ["input", "change", "abcd:chosen"]) {
      this.form.addEventListener(change, () => this.keep());
    }
    this.form.addEventListener("submit", () => this.tab.setItem(sentKey, this.key));
    // Said by whoever has put the words somewhere safe without the server.
    this.form.addEventListener("abcd:safe", () => void this.forget());

    await ready;
    const opened = this.tab.getItem(openKey + this.home);
    const own = await this.store.get(this.key);
    if (this.number === null) {
      if (own !== null) {
        this.restore(JSON.parse(own) as Draft, true);
      }
    } else if (own !== null) {
      // With a draft under its own number the page is the answer to a form that was sent: it holds what was typed already,
      // which is still not what an empty page holds.
      for (const [key, { given }] of Object.entries((JSON.parse(own) as Draft).fields)) {
        this.given.set(key, given);
      }
      this.givenChips = "";
    } else if (opened !== null && comesBack() && (await this.continue(opened))) {
      this.say();
    }
    if (this.number !== null) {
      await this.offer();
    }
    this.form.dataset["draftState"] ??= "ready";
  }

  private look(): Draft {
    const fields: Record<string, Typed> = {};
    for (const field of fieldsOf(this.form)) {
      const key = keyOf(field);
      const typed = read(field);
      const given = this.given.get(key) ?? "";
      if (typed !== given) {
        fields[key] = { given, typed };
      }
    }
    const chips = listsOf(this.form).flatMap((list, at) => readChips(list).filter((chip) => chip.checked).map((chip): [number, Chip] => [at, chip]));
    return { begun: this.begun, number: this.number?.value ?? null, fields, chips };
  }

  private keep(): void {
    const draft = this.look();
    const untouched = Object.keys(draft.fields).length === 0 && JSON.stringify(draft.chips) === this.givenChips;
    this.waiting = untouched ? null : JSON.stringify(draft);
    this.form.dataset["draftState"] = "keeping";
    try {
      this.tab.setItem(openKey + this.home, this.number?.value ?? "");
    } catch {
      // No room even for that: the draft is then offered instead of coming back by itself.
    }
    this.writing ??= this.write();
  }

  /** One at a time and the newest only, so that they cannot overtake each other. */
  private async write(): Promise<void> {
    while (this.waiting !== undefined) {
      const value = this.waiting;
      this.waiting = undefined;
      try {
        await (value === null ? this.store.remove(this.key) : this.store.set(this.key, value));
        this.fits(true);
      } catch {
        // A full or forbidden store costs the draft, never the typing.
        this.fits(false);
      }
    }
    this.writing = undefined;
    this.form.dataset["draftState"] = "kept";
  }

  private fits(room: boolean): void {
    const said = this.form.querySelector("[data-no-room]");
    if (room) {
      said?.remove();
    } else if (said === null) {
      const note = document.createElement("p");
      note.className = "abcd-draft";
      note.dataset["noRoom"] = "";
      note.setAttribute("role", "status");
      note.textContent = "There is no room left on this device, so what you type is on this page only. Save it before you leave the page.";
      this.form.append(note);
    }
  }

  private async forget(): Promise<void> {
    this.waiting = undefined;
    await this.remove(this.key);
  }

  private async remove(key: string): Promise<void> {
    await this.writing;
    await this.store.remove(key);
  }

  private async continue(number: string): Promise<boolean> {
    const kept = await this.store.get(this.home + number);
    return kept !== null && this.restore(JSON.parse(kept) as Draft, false);
  }

  /** @param carefully Leaves alone what the server has changed since. */
  private restore(draft: Draft, carefully: boolean): boolean {
    if (this.number !== null && draft.number !== null) {
      this.number.value = draft.number;
    }
    this.begun = draft.begun;
    let fields = new Map(fieldsOf(this.form).map((field) => [keyOf(field), field]));
    const missing = Object.keys(draft.fields).filter((key) => !fields.has(key));
    if (missing.length > 0) {
      this.form.dispatchEvent(new CustomEvent("abcd:draft-missing", { detail: missing }));
      fields = new Map(fieldsOf(this.form).map((field) => [keyOf(field), field]));
    }
    let any = false;
    for (const [key, kept] of Object.entries(draft.fields)) {
      const field = fields.get(key);
      const now = field === undefined ? undefined : read(field);
      if (field !== undefined && now !== kept.typed && (!carefully || now === kept.given)) {
        write(field, kept.typed);
        unfold(field);
        any = true;
      }
    }
    if ("keep" in this.form.dataset) {
      any = this.restoreChips(draft.chips) || any;
    }
    if (any) {
      this.form.dispatchEvent(new CustomEvent("abcd:restored"));
      if (this.number === null) {
        this.say();
      }
    }
    return any;
  }

  private restoreChips(chips: [number, Chip][]): boolean {
    let any = false;
    const lists = listsOf(this.form);
    for (const [at, chip] of chips) {
      const box = findBox(this.form, chip.name, chip.value);
      if (box?.checked === true) {
        continue;
      }
      any = true;
      if (box === undefined) {
        lists[at]?.append(makeChip(chip));
      } else {
        box.checked = true;
        unfold(box);
      }
    }
    const wanted = new Set(chips.map(([, chip]) => `${chip.name}=${chip.value}`));
    for (const box of lists.flatMap((list) => [...list.querySelectorAll<HTMLInputElement>("input:checked")])) {
      if (!wanted.has(`${box.name}=${box.value}`)) {
        box.checked = false;
        any = true;
      }
    }
    return any;
  }

  private say(): void {
    const text = [...this.form.querySelectorAll("textarea")].find((area) => area.value !== "") ?? fieldsOf(this.form).find((field) => read(field) !== "" && field.type !== "hidden");
    const note = document.createElement("p");
    note.className = "abcd-draft";
    note.setAttribute("role", "status");
    note.append(
      "This is what you had typed here. ",
      link("Start afresh", () => {
        // At once, so that what is typed next is not taken away as well.
        const kept = this.key;
        this.waiting = undefined;
        this.startAfresh();
        note.remove();
        if (this.key === kept) {
          this.keep();
        } else {
          void this.remove(kept);
        }
      }),
    );
    (text?.closest(".govuk-form-group") ?? this.form).append(note);
  }

  private startAfresh(): void {
    this.tab.removeItem(openKey + this.home);
    if (this.number !== null) {
      this.number.value = this.asGiven.number ?? "";
    }
    this.begun = new Date().toISOString();
    for (const field of fieldsOf(this.form)) {
      write(field, this.given.get(keyOf(field)) ?? "");
    }
    if ("keep" in this.form.dataset) {
      this.restoreChips(this.asGiven.chips);
    }
    fieldsOf(this.form).find((field) => field.type !== "hidden")?.focus();
  }

  /** The others that were begun here, each to go on with or let go. */
  private async offer(): Promise<void> {
    const list = document.createElement("ul");
    list.className = "abcd-drafts";
    for (const key of await this.store.list(this.home)) {
      const kept = key === this.key ? null : await this.store.get(key);
      if (kept !== null) {
        list.append(this.line(key, kept, list));
      }
    }
    if (list.children.length > 0) {
      list.setAttribute("aria-label", "Begun before");
      this.form.before(list);
    }
  }

  private line(key: string, kept: string, list: HTMLElement): HTMLElement {
    const draft = JSON.parse(kept) as Draft;
    const item = document.createElement("li");
    const words = document.createElement("p");
    words.textContent = `You have ${this.form.dataset["draft"] ?? "something"} begun ${when(new Date(draft.begun))}${about(draft)}.`;
    const actions = document.createElement("div");
    actions.className = "abcd-actions";
    const goOn = link("Go on with it", () => {
      // What stands on the page now is kept under its own number, and is offered in turn.
      const now = this.key;
      void (async () => {
        await this.writing;
        this.startAfresh();
        await this.continue(draft.number ?? "");
        this.keep();
        await this.writing;
        item.remove();
        const left = await this.store.get(now);
        if (left !== null && now !== this.key) {
          list.append(this.line(now, left, list));
        }
        if (list.children.length === 0) {
          list.remove();
        }
        this.form.querySelector("textarea")?.focus();
      })();
    });
    const letGo = link("Let it go", () => {
      void this.store.remove(key);
      words.textContent = "Let go.";
      actions.replaceChildren(
        link("Keep it after all", () => {
          void this.store.set(key, kept);
          item.replaceWith(this.line(key, kept, list));
        }),
      );
    });
    actions.append(goOn, letGo);
    item.append(words, actions);
    return item;
  }
}

function link(words: string, action: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "abcd-button--link";
  button.textContent = words;
  button.addEventListener("click", action);
  return button;
}

/** at 14:10, yesterday at 14:10, on 3 November at 14:10 */
function when(begun: Date): string {
  const time = begun.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const midnight = new Date(new Date().setHours(0, 0, 0, 0));
  const days = Math.ceil((midnight.getTime() - begun.getTime()) / 86_400_000);
  return days <= 0 ? `at ${time}` : days === 1 ? `yesterday at ${time}` : `on ${begun.toLocaleDateString("en-GB", { day: "numeric", month: "long" })} at ${time}`;
}

/** Whom with, and the first of its words: enough to tell two apart. */
function about(draft: Draft): string {
  const people = draft.chips.map(([, chip]) => chip).filter((chip) => chip.name === "PersonIds" || chip.name === "NewPeople").map((chip) => chip.label);
  const words = Object.entries(draft.fields).filter(([key]) => !key.includes("=")).map(([, { typed }]) => typed.trim()).sort((one, other) => other.length - one.length)[0] ?? "";
  const first = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  return `${people.length > 0 ? ` with ${people.join(", ")}` : ""}${first === "" ? "" : `: “${first}”`}`;
}

/** Whether this page was opened by coming back to it, and not to begin anew. */
function comesBack(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const type = navigation instanceof PerformanceNavigationTiming ? navigation.type : "navigate";
  return type === "reload" || type === "back_forward" || (document.referrer !== "" && new URL(document.referrer).pathname.startsWith("/sign-in"));
}

function listsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-chosen]")];
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => isKept(element, form));
}

function isKept(element: Element, form: HTMLFormElement): boolean {
  if (element instanceof HTMLTextAreaElement) {
    return element.name !== "";
  }
  if (!("keep" in form.dataset)) {
    return false;
  }
  if (element instanceof HTMLSelectElement) {
    return element.name !== "" && !element.multiple;
  }
  return element instanceof HTMLInputElement && element.name !== "" && element.closest("[data-chosen]") === null && !["hidden", "password", "file", "submit", "button"].includes(element.type);
}

function keyOf(field: Field): string {
  return isChoice(field) ? `${field.name}=${field.value}` : field.name;
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function read(field: Field): string {
  return isChoice(field) ? (field.checked ? "on" : "") : field.value;
}

function write(field: Field, value: string): void {
  if (isChoice(field)) {
    field.checked = value === "on";
  } else {
    field.value = value;
  }
}

/** What comes back is to be seen. */
function unfold(field: Element): void {
  for (let fold = field.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
}

/** The page says data-saved when the last form was taken. Whoever is gone from that page before its draft is, finds it gone on
 * the next. */
async function forgetSaved(page: Document, store: DraftStore, tab: Storage): Promise<void> {
  const sent = tab.getItem(sentKey);
  if (sent !== null && page.querySelector("[data-saved]") !== null) {
    tab.setItem(storedKey, sent);
    tab.removeItem(sentKey);
    tab.removeItem(openKey + sent.slice(0, sent.lastIndexOf("#") + 1));
  }
  const stored = tab.getItem(storedKey);
  if (stored !== null) {
    await store.remove(stored);
    tab.removeItem(storedKey);
  }
}

/** Somebody else has signed in on the same tab: what the first person typed is not theirs to read. */
async function forgetOthers(page: Document, store: DraftStore, tab: Storage): Promise<void> {
  const who = page.body.dataset["who"];
  if (who === undefined || who === "") {
    return;
  }
  const before = tab.getItem(whoKey);
  if (before !== null && before !== who) {
    await store.clear();
  }
  try {
    tab.setItem(whoKey, who);
  } catch {
    // Without room there is no draft of the first one either.
  }
}
