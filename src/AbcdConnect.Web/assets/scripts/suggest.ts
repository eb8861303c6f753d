// Turns <input data-suggest="/people/suggest" data-name="PersonIds"> into a combobox. What is chosen becomes a ticked chip
// (an ordinary checkbox) in the list beside it, the same markup that the server writes, so that both speak the same form.

import { findBox, makeChip } from "./chips";
import { Combobox } from "./combobox";

interface Suggestion {
  id: string | number | null;
  label: string;
  detail?: string | null;
}

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

class Suggest extends Combobox<Suggestion[]> {
  private readonly chips: HTMLElement;
  private readonly several: boolean;
  private readonly type: "checkbox" | "radio";
  private offered: Suggestion[] = [];

  public constructor(input: HTMLInputElement) {
    const home = input.closest<HTMLElement>(".abcd-suggest") ?? wrap(input);
    super(input, home, {
      tag: "ul",
      id: `${input.id}-suggestions`,
      className: "abcd-suggest__list",
      label: input.labels?.[0]?.textContent?.trim() ?? "Suggestions",
    });
    const into = input.dataset["into"];
    const chosen = into === undefined ? home.parentElement?.querySelector<HTMLElement>("[data-chosen]") : document.getElementById(into);
    this.several = "several" in input.dataset;
    this.type = into !== undefined && !this.several ? "radio" : "checkbox";
    this.chips = chosen ?? makeChips(home);
  }

  protected address(): string {
    return this.input.dataset["suggest"] ?? "";
  }

  protected patience(): { letters: number; milliseconds: number } {
    return { letters: Number(this.input.dataset["from"] ?? "2"), milliseconds: 150 };
  }

  protected fill(found: Suggestion[], text: string): boolean {
    const already = new Set([...this.chips.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value));
    this.offered = found.filter((suggestion) => !already.has(String(suggestion.id)));
    if (this.input.dataset["newName"] !== undefined) {
      this.offered.push({ id: null, label: text, detail: this.input.dataset["newLabel"] ?? "Add as new" });
    }
    this.list.replaceChildren(...this.offered.map((suggestion, at) => {
      const option = this.option("li", at, suggestion.label, suggestion.detail);
      option.classList.toggle("abcd-suggest__new", suggestion.id === null);
      return option;
    }));
    const any = this.offered.length > 0;
    this.status.textContent = any ? `${this.offered.length} to choose from. Use the arrow keys.` : "Nothing found.";
    return any;
  }

  // Never sends the form half-way through a name: the first Enter offers, the second takes.
  protected onEnter(event: KeyboardEvent, active: HTMLElement | undefined): void {
    event.preventDefault();
    if (active === undefined) {
      this.highlight(0);
    } else {
      this.choose(active);
    }
  }

  protected choose(option: HTMLElement): void {
    const chosen = this.offered[this.options().indexOf(option)];
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
}

function wrap(input: HTMLInputElement): HTMLElement {
  const home = document.createElement("div");
  home.className = "abcd-suggest";
  input.before(home);
  home.append(input);
  return home;
}

function makeChips(home: HTMLElement): HTMLElement {
  const chips = document.createElement("ul");
  chips.className = "abcd-chips";
  chips.setAttribute("data-chosen", "");
  home.after(chips);
  return chips;
}
