// The search box at the top of every page answers while one types: a combobox whose options are the pages found, grouped by
// what they are. Enter without a choice goes to the search page, as it does without this script.

import { Combobox } from "./combobox";

interface Found {
  kind: string;
  hits: { href: string; title: string; context: string | null }[];
}

export function findWhileTyping(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-find]")) {
    const input = form.querySelector<HTMLInputElement>("input[type=search]");
    if (input !== null) {
      new Find(form, input);
    }
  }
  openOnPhones(page);
}

/** On a phone the box waits behind a link, which without script leads to the search page. */
function openOnPhones(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>("a[data-find-opener]");
  const box = page.getElementById("header-find");
  const input = box?.querySelector<HTMLInputElement>("input[type=search]");
  if (link === null || box === null || !input) {
    return;
  }
  link.setAttribute("role", "button");
  link.setAttribute("aria-controls", box.id);
  link.setAttribute("aria-expanded", "false");
  const turn = (): void => {
    const open = box.classList.toggle("is-open");
    link.setAttribute("aria-expanded", String(open));
    if (open) {
      input.focus();
    }
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    turn();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      turn();
    }
  });
}

class Find extends Combobox<Found[]> {
  public constructor(private readonly form: HTMLFormElement, input: HTMLInputElement) {
    super(input, form, { tag: "div", id: `${input.id}-found`, className: "abcd-found", label: "Found" });
    form.addEventListener("submit", () => this.close());
  }

  protected address(): string {
    return this.form.dataset["find"] ?? "";
  }

  protected patience(): { letters: number; milliseconds: number } {
    return { letters: 2, milliseconds: 120 };
  }

  protected fill(found: Found[], text: string): boolean {
    let count = 0;
    const hit = (href: string, title: string, context: string | null): HTMLElement => {
      const option = this.option("div", count++, title, context);
      option.dataset["href"] = href;
      return option;
    };
    const groups = found.map((group, at) => this.group(group.kind, at, group.hits.map((h) => hit(h.href, h.title, h.context))));
    const any = count > 0;
    if (any) {
      groups.push(hit(`${this.form.getAttribute("action") ?? "/search"}?q=${encodeURIComponent(text)}`, `Everything found for “${text}”`, null));
    }
    this.list.replaceChildren(...groups);
    this.status.textContent = any ? `${count - 1} found. Use the arrow keys.` : "Nothing found so far.";
    return any;
  }

  protected choose(option: HTMLElement): void {
    const href = option.dataset["href"];
    this.close();
    if (href !== undefined) {
      location.assign(href);
    }
  }

  // Without a choice Enter goes to the search page, as the form does.
  protected onEnter(event: KeyboardEvent, active: HTMLElement | undefined): void {
    if (active !== undefined) {
      event.preventDefault();
      this.choose(active);
    }
  }

  private group(kind: string, at: number, hits: HTMLElement[]): HTMLElement {
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    const title = document.createElement("div");
    title.id = `${this.list.id}-kind-${at}`;
    title.className = "abcd-found__kind";
    title.textContent = kind;
    title.setAttribute("role", "presentation");
    group.setAttribute("aria-labelledby", title.id);
    group.append(title, ...hits);
    return group;
  }
}
