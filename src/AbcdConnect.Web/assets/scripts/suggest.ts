// Turns <input data-suggest="/people/suggest" data-name="PersonIds"> into a combobox. What is chosen becomes a ticked chip
// (an ordinary checkbox) in the list beside it, the same markup that the server writes, so that both speak the same form.

import { findBox, makeChip } from "./chips";

interface Suggestion {
  id: string | number | null;
  label: string;
  detail?: string | null;
}

const waitMilliseconds = 150;

export function offerSuggestions(page: Document): void {
  for (const input of page.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
    new Suggest(input);
  }
  // A row that a script adds brings its own.
  page.addEventListener("abcd:added", (event) => {
    for (const input of event.target instanceof Element ? event.target.querySelectorAll<HTMLInputElement>("input[data-suggest]") : []) {
      new Suggest(input);
    }
  });
}

class Suggest {
  private readonly list: HTMLUListElement;
  private readonly status: HTMLElement;
  private readonly chips: HTMLElement;
  private readonly several: boolean;
  private readonly type: "checkbox" | "radio";
  private offered: Suggestion[] = [];
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  public constructor(private readonly input: HTMLInputElement) {
    const home = input.closest<HTMLElement>(".abcd-suggest") ?? this.wrap();
    const into = input.dataset["into"];
    const chosen = into === undefined ? home.parentElement?.querySelector<HTMLElement>("[data-chosen]") : document.getElementById(into);
    this.type = into !== undefined && !("several" in input.dataset) ? "radio" : "checkbox";
    this.several = "several" in input.dataset;

    this.list = document.createElement("ul");
    this.list.id = `${input.id}-suggestions`;
    this.list.className = "abcd-suggest__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels?.[0]?.textContent?.trim() ?? "Suggestions");
    this.list.hidden = true;

    this.status = document.createElement("div");
    this.status.className = "govuk-visually-hidden";
    this.status.setAttribute("role", "status");

    home.append(this.list, this.status);
    this.chips = chosen ?? this.makeChips(home);

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.autocomplete = "off";

    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (option !== null) {
        this.choose(Number((option as HTMLElement).dataset["at"]));
      }
    });
  }

  private wrap(): HTMLElement {
    const home = document.createElement("div");
    home.className = "abcd-suggest";
    this.input.before(home);
    home.append(this.input);
    return home;
  }

  private makeChips(home: HTMLElement): HTMLElement {
    const chips = document.createElement("ul");
    chips.className = "abcd-chips";
    chips.setAttribute("data-chosen", "");
    home.after(chips);
    return chips;
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text.length < Number(this.input.dataset["from"] ?? "2")) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.fetch(text), waitMilliseconds);
  }

  private async fetch(text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const address = new URL(this.input.dataset["suggest"] ?? "", location.href);
      address.searchParams.set("q", text);
      const response = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", signal: asking.signal });
      if (!response.ok || !(response.headers.get("content-type") ?? "").includes("json")) {
        return;
      }
      this.show((await response.json()) as Suggestion[], text);
    } catch {
      // No signal, or overtaken by the next letter: what is typed still goes with the form as it stands.
    }
  }

  private show(found: Suggestion[], text: string): void {
    if (document.activeElement !== this.input) {
      return;
    }
    const already = new Set([...this.chips.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value));
    this.offered = found.filter((suggestion) => !already.has(String(suggestion.id)));
    if (this.input.dataset["newName"] !== undefined) {
      this.offered.push({ id: null, label: text, detail: this.input.dataset["newLabel"] ?? "Add as new" });
    }
    this.list.replaceChildren(...this.offered.map((suggestion, at) => this.option(suggestion, at)));
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const any = this.offered.length > 0;
    this.list.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    if (any && this.list.getBoundingClientRect().bottom > (visualViewport?.height ?? innerHeight)) {
      // With a keyboard under it there is room for both only at the top.
      this.list.parentElement?.scrollIntoView({ block: "start" });
    }
    this.status.textContent = any ? `${this.offered.length} to choose from. Use the arrow keys.` : "Nothing found.";
  }

  private option(suggestion: Suggestion, at: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.dataset["at"] = String(at);
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.classList.toggle("abcd-suggest__new", suggestion.id === null);
    option.append(suggestion.label);
    if (suggestion.detail !== undefined && suggestion.detail !== null && suggestion.detail !== "") {
      const detail = document.createElement("small");
      detail.textContent = suggestion.detail;
      option.append(" ", detail);
    }
    return option;
  }

  private onKey(event: KeyboardEvent): void {
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.input.value.trim() !== "") {
        event.preventDefault();
        this.ask();
      }
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const count = this.offered.length;
        this.highlight(this.active === -1 && step === -1 ? count - 1 : (this.active + step + count) % count);
        break;
      }
      case "Enter":
        // Never sends the form half-way through a name: the first Enter offers, the second takes.
        event.preventDefault();
        if (this.active >= 0) {
          this.choose(this.active);
        } else {
          this.highlight(0);
        }
        break;
      case "Escape":
        event.preventDefault();
        event.stopPropagation();
        this.close();
        break;
      default:
    }
  }

  private highlight(at: number): void {
    this.active = at;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
  }

  private choose(at: number): void {
    const chosen = this.offered[at];
    if (chosen === undefined) {
      return;
    }
    const name = (chosen.id === null ? this.input.dataset["newName"] : this.input.dataset["name"]) ?? "";
    const value = chosen.id === null ? chosen.label : String(chosen.id);
    const offered = this.input.form === null || (!this.several && this.type === "checkbox") ? undefined : findBox(this.input.form, name, value);
    if (offered !== undefined) {
      offered.checked = true;
    } else {
      // A list that the page shares between several ways of choosing keeps what it offers.
      if (!this.several && this.type === "checkbox") {
        this.chips.replaceChildren();
      }
      this.chips.append(makeChip({ name, value, label: chosen.label, checked: true, type: this.type }));
    }
    this.input.value = "";
    this.close();
    this.status.textContent = `${chosen.label} chosen.`;
    (offered ?? this.chips.querySelector("li:last-child input"))?.dispatchEvent(new Event("change", { bubbles: true }));
    this.input.dispatchEvent(new CustomEvent("abcd:chosen", { bubbles: true, detail: chosen }));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
