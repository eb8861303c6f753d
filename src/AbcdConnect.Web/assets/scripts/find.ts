// The search box at the top of every page answers while one types: a combobox whose options are the pages found, grouped by
// what they are. Enter without a choice goes to the search page, as it does without this script.

interface Found {
  kind: string;
  hits: { href: string; title: string; context: string | null }[];
}

const waitMilliseconds = 120;

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

class Find {
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private options: HTMLElement[] = [];
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  public constructor(private readonly form: HTMLFormElement, private readonly input: HTMLInputElement) {
    this.list = document.createElement("div");
    this.list.id = `${input.id}-found`;
    this.list.className = "abcd-found";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Found");
    this.list.hidden = true;
    this.status = document.createElement("div");
    this.status.className = "govuk-visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.autocomplete = "off";
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", () => this.close());
    // The box keeps the focus while something in the list is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option !== null) {
        this.go(option);
      }
    });
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text.length < 2) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.fetch(text), waitMilliseconds);
  }

  private async fetch(text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const address = new URL(this.form.dataset["find"] ?? "", location.href);
      address.searchParams.set("q", text);
      const response = await fetch(address, {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: asking.signal,
      });
      if (response.ok && (response.headers.get("content-type") ?? "").includes("json")) {
        this.show((await response.json()) as Found[], text);
      }
    } catch {
      // No signal, or overtaken by the next letter: Enter still goes to the search page.
    }
  }

  private show(found: Found[], text: string): void {
    if (document.activeElement !== this.input) {
      return;
    }
    this.options = [];
    const groups = found.map((group, at) => this.group(group, at));
    const count = this.options.length;
    if (count > 0) {
      groups.push(this.option(`${this.form.getAttribute("action") ?? "/search"}?q=${encodeURIComponent(text)}`, `Everything found for “${text}”`, null));
    }
    this.list.replaceChildren(...groups);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = count === 0;
    this.input.setAttribute("aria-expanded", String(count > 0));
    this.status.textContent = count === 0 ? "Nothing found so far." : `${count} found. Use the arrow keys.`;
  }

  private group(found: Found, at: number): HTMLElement {
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    const title = document.createElement("div");
    title.id = `${this.list.id}-kind-${at}`;
    title.className = "abcd-found__kind";
    title.textContent = found.kind;
    title.setAttribute("role", "presentation");
    group.setAttribute("aria-labelledby", title.id);
    group.append(title, ...found.hits.map((hit) => this.option(hit.href, hit.title, hit.context)));
    return group;
  }

  private option(href: string, title: string, context: string | null): HTMLElement {
    const option = document.createElement("div");
    option.id = `${this.list.id}-${this.options.length}`;
    option.dataset["href"] = href;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(title);
    if (context !== null && context !== "") {
      const line = document.createElement("small");
      line.textContent = context;
      option.append(" ", line);
    }
    this.options.push(option);
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
        const count = this.options.length;
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.highlight(this.active === -1 && step === -1 ? count - 1 : (this.active + step + count) % count);
        break;
      }
      case "Enter": {
        const chosen = this.options[this.active];
        if (chosen !== undefined) {
          event.preventDefault();
          this.go(chosen);
        }
        break;
      }
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
    for (const [index, option] of this.options.entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
  }

  private go(option: HTMLElement): void {
    const href = option.dataset["href"];
    this.close();
    if (href !== undefined) {
      location.assign(href);
    }
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
