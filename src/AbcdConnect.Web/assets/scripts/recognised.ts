// Shows what is recognised in the words while they are typed. One tap takes it, one tap refuses it. What is taken is a ticked
// box among the form's chosen chips, the same that the server writes; what is refused is remembered in a box nobody sees. Both
// are fields of the form, so a draft keeps them, and nothing is kept that was not taken.
import { Lexicon, recognise, type Recognised } from "./recognise";

const kinds = ["head", "hands", "heart", "hope", "idea", "story", "resource"];
const kindWords = ["Head", "Hands", "Heart", "Hope", "Idea", "Story", "Could lend or give"];
const kindValues = ["Head", "Hands", "Heart", "Hope", "Idea", "Story", "Resource"];
const waitMilliseconds = 250;
const longestWords = 500;
const mostAtOnce = 6;

export async function start(section: HTMLElement, box: HTMLTextAreaElement): Promise<void> {
  const response = await fetch(section.dataset["lexicon"] ?? "", { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!response.ok || !(response.headers.get("content-type") ?? "").includes("json")) {
    throw new Error("The lexicon could not be had.");
  }
  new Marks(section, box, new Lexicon((await response.json()) as ConstructorParameters<typeof Lexicon>[0]));
}

class Marks {
  private readonly taken: HTMLElement;
  private readonly refused: HTMLTextAreaElement;
  private readonly offered: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly status: HTMLElement;
  private shown: Recognised[] = [];
  private said = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  public constructor(
    private readonly section: HTMLElement,
    private readonly box: HTMLTextAreaElement,
    private readonly lexicon: Lexicon,
  ) {
    this.taken = part(section, "[data-chosen]");
    this.refused = part(section, "textarea") as HTMLTextAreaElement;
    this.offered = part(section, "[data-offered]");
    this.heading = part(section, "[data-heading]");
    this.status = part(section, "[role=status]");

    box.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), waitMilliseconds);
    });
    this.offered.addEventListener("click", (event) => this.answer(event));
    this.taken.addEventListener("change", () => this.look());
    // A draft came back, or another was gone on with.
    section.closest("form")?.addEventListener("abcd:restored", () => this.look());
    this.look();
  }

  private look(): void {
    for (const chip of this.taken.querySelectorAll<HTMLElement>("li")) {
      this.complete(chip);
    }
    const settled = this.settled();
    this.shown = recognise(this.lexicon, this.box.value).filter((one) => !settled.has(keyOf(one))).slice(0, mostAtOnce);
    const rows = this.shown.map((one, at) => this.row(one, at));
    // What has not changed stays, and with it whoever's finger or focus is on it.
    const before = [...this.offered.children];
    if (before.length !== rows.length || rows.some((row, at) => row.dataset["key"] !== (before[at] as HTMLElement).dataset["key"])) {
      this.offered.replaceChildren(...rows);
    }
    this.heading.hidden = rows.length === 0;
    this.say();
  }

  private say(): void {
    const names = this.shown.map((one) => this.nameOf(one)).join(", ");
    if (names !== this.said) {
      this.said = names;
      this.status.textContent = names === "" ? "" : `Did you hear: ${names}? To take or refuse, below the box.`;
    }
  }

  private nameOf(one: Recognised): string {
    return this.lexicon.terms.find((term) => term.id === one.term)?.name ?? "";
  }

  /** Taken, refused, or noted by hand. */
  private settled(): Set<string> {
    const settled = new Set(this.refused.value.split(" ").filter((key) => key !== ""));
    for (const chosen of this.taken.querySelectorAll<HTMLInputElement>("input[name=Accepted]")) {
      const [term, , direction] = chosen.value.split("|");
      settled.add(`${term}-${direction === "Ask" ? "ask" : "gift"}`);
    }
    for (const term of this.section.closest("form")?.querySelectorAll<HTMLInputElement>("input[name$='.TermId']") ?? []) {
      const direction = this.section.closest("form")?.querySelector<HTMLSelectElement>(`[name="${term.name.replace(".TermId", ".Direction")}"]`)?.value;
      settled.add(`${term.value}-${direction === "Ask" ? "ask" : "gift"}`);
    }
    return settled;
  }

  private row(one: Recognised, at: number): HTMLLIElement {
    const row = document.createElement("li");
    row.className = "abcd-mark";
    row.dataset["key"] = `${keyOf(one)} ${one.from} ${one.end} ${one.ofOther} ${one.past}`;
    const what = document.createElement("p");
    const tag = document.createElement("span");
    tag.className = `abcd-mark__kind abcd-mark__kind--${one.ask ? "ask" : (kinds[one.kind] ?? "")}`;
    tag.textContent = one.ask ? "Ask" : (kindWords[one.kind] ?? "");
    const name = document.createElement("strong");
    name.id = `mark-${at}`;
    name.textContent = this.nameOf(one);
    const words = document.createElement("q");
    words.append(this.box.value.slice(one.from, one.start), mark(this.box.value.slice(one.start, one.end)));
    what.append(tag, " ", name, " ", words);
    const asides = [one.ofOther ? "somebody else’s" : "", one.past ? "it was once: worth asking about?" : ""].filter((aside) => aside !== "");
    if (asides.length > 0) {
      const aside = document.createElement("small");
      aside.textContent = asides.join(", ");
      what.append(" ", aside);
    }
    const answers = document.createElement("div");
    answers.className = "abcd-mark__answers";
    answers.append(button("Yes", "yes", at), button("No", "no", at));
    row.append(what, answers);
    return row;
  }

  private answer(event: Event): void {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-answer]") : null;
    const row = pressed?.closest("li");
    const at = row === null || row === undefined ? -1 : [...this.offered.children].indexOf(row);
    const one = this.shown[at];
    if (pressed === null || one === undefined) {
      return;
    }
    if (pressed.dataset["answer"] === "yes") {
      this.taken.append(chipOf(one, this.nameOf(one), this.box.value.slice(one.from, one.end)));
      this.status.textContent = `${this.nameOf(one)}: taken.`;
    } else {
      this.refused.value = `${this.refused.value} ${keyOf(one)}`.trim();
      this.status.textContent = `${this.nameOf(one)}: not taken.`;
    }
    this.said = "";
    this.taken.dispatchEvent(new CustomEvent("abcd:chosen", { bubbles: true }));
    this.refused.dispatchEvent(new Event("input", { bubbles: true }));
    this.look();
    const next = this.offered.children[Math.min(at, this.offered.children.length - 1)]?.querySelector("button") ?? this.box;
    next.focus();
  }

  /** Whose it is can be said of what is taken. A chip that a draft brings back has only its box. */
  private complete(chip: HTMLElement): void {
    const chosen = chip.querySelector<HTMLInputElement>("input[name=Accepted]");
    if (chosen === null || chip.querySelector("button") !== null) {
      return;
    }
    const whose = document.createElement("button");
    whose.type = "button";
    whose.className = "abcd-button--link";
    const show = () => {
      const other = chosen.value.split("|")[3] === "other";
      whose.textContent = other ? "Their own after all" : "Somebody else’s";
      whose.setAttribute("aria-label", `${chip.querySelector("label")?.textContent?.trim() ?? ""}: ${whose.textContent}`);
      chip.classList.toggle("abcd-mark--other", other);
    };
    whose.addEventListener("click", () => {
      const parts = chosen.value.split("|");
      parts[3] = parts[3] === "other" ? "self" : "other";
      chosen.value = parts.join("|");
      show();
      this.taken.dispatchEvent(new CustomEvent("abcd:chosen", { bubbles: true }));
    });
    show();
    chip.append(whose);
  }
}

function keyOf(one: Recognised): string {
  return `${one.term}-${one.ask ? "ask" : "gift"}`;
}

/** As _Recognised.cshtml writes it. */
function chipOf(one: Recognised, name: string, words: string): HTMLLIElement {
  const item = document.createElement("li");
  const chip = document.createElement("label");
  chip.className = `abcd-chip abcd-chip--${one.ask ? "ask" : (kinds[one.kind] ?? "")}`;
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "Accepted";
  box.value = [one.term, kindValues[one.kind], one.ask ? "Ask" : "Gift", one.ofOther ? "other" : "self", words.slice(0, longestWords)].join("|");
  box.checked = true;
  chip.append(box, `${one.ask ? "Ask" : (kindWords[one.kind] ?? "")}: ${name}`);
  item.append(chip);
  return item;
}

function button(words: string, answer: string, at: number): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `abcd-mark__answer abcd-mark__answer--${answer}`;
  made.dataset["answer"] = answer;
  made.textContent = words;
  made.id = `mark-${at}-${answer}`;
  made.setAttribute("aria-labelledby", `mark-${at}-${answer} mark-${at}`);
  return made;
}

function mark(words: string): HTMLElement {
  const made = document.createElement("mark");
  made.textContent = words;
  return made;
}

function part(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`_Recognised.cshtml has no ${selector}.`);
  }
  return found;
}
