// A text field that offers while one types, by the ARIA pattern of a combobox with a listbox: what find.ts and suggest.ts share.

export abstract class Combobox<Answer> {
  protected readonly list: HTMLElement;
  protected readonly status: HTMLElement;
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  /** @param home where the list and what is said aloud are put */
  protected constructor(protected readonly input: HTMLInputElement, home: HTMLElement, list: { tag: string; id: string; className: string; label: string }) {
    this.list = document.createElement(list.tag);
    this.list.id = list.id;
    this.list.className = list.className;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", list.label);
    this.list.hidden = true;
    this.status = document.createElement("div");
    this.status.className = "govuk-visually-hidden";
    this.status.setAttribute("role", "status");
    home.append(this.list, this.status);

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.autocomplete = "off";
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    // The field keeps the focus while something in the list is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option !== null) {
        this.choose(option);
      }
    });
  }

  /** Where it asks, without the words typed. */
  protected abstract address(): string;

  /** So many letters before it asks, and so long after the last of them. */
  protected abstract patience(): { letters: number; milliseconds: number };

  /** Fills the list and returns whether there is anything to choose. */
  protected abstract fill(answer: Answer, text: string): boolean;

  protected abstract choose(option: HTMLElement): void;

  /** Enter, while the list is open: on an option, or on none yet. */
  protected abstract onEnter(event: KeyboardEvent, active: HTMLElement | undefined): void;

  protected options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  /** An option, to be put into the list. */
  protected option(tag: string, at: number, label: string, detail: string | null | undefined): HTMLElement {
    const option = document.createElement(tag);
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(label);
    if (detail !== undefined && detail !== null && detail !== "") {
      const line = document.createElement("small");
      line.textContent = detail;
      option.append(" ", line);
    }
    return option;
  }

  protected highlight(at: number): void {
    this.active = at;
    for (const [index, option] of this.options().entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
  }

  protected close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    const { letters, milliseconds } = this.patience();
    if (text.length < letters) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.fetch(text), milliseconds);
  }

  private async fetch(text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const address = new URL(this.address(), location.href);
      address.searchParams.set("q", text);
      const response = await fetch(address, {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: asking.signal,
      });
      if (response.ok && (response.headers.get("content-type") ?? "").includes("json")) {
        this.show((await response.json()) as Answer, text);
      }
    } catch {
      // No signal, or overtaken by the next letter: what is typed still goes with the form as it stands.
    }
  }

  private show(answer: Answer, text: string): void {
    if (document.activeElement !== this.input) {
      return;
    }
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const any = this.fill(answer, text);
    this.list.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    if (any && this.list.getBoundingClientRect().bottom > (visualViewport?.height ?? innerHeight)) {
      // With a keyboard under it there is room for both only at the top.
      this.list.parentElement?.scrollIntoView({ block: "start" });
    }
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
        const count = this.options().length;
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.highlight(this.active === -1 && step === -1 ? count - 1 : (this.active + step + count) % count);
        break;
      }
      case "Enter":
        this.onEnter(event, this.options()[this.active]);
        break;
      case "Escape":
        event.preventDefault();
        event.stopPropagation();
        this.close();
        break;
      default:
    }
  }
}
