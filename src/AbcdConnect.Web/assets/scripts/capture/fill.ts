import { uncheck } from "../chips";

/** Words that are often typed, by one tap; a fold that goes on to its field; Enter that goes on to the next question. */
export function fillByTap(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-fill]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = form.elements.namedItem(button.dataset["fill"] ?? "");
      if (field instanceof HTMLInputElement) {
        field.value = button.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }

  for (const fold of form.querySelectorAll<HTMLDetailsElement>("details[data-focus]")) {
    fold.querySelector("summary")?.addEventListener("click", (event) => {
      const field = form.elements.namedItem(fold.dataset["focus"] ?? "");
      if (!fold.open && field instanceof HTMLElement) {
        // Within the tap itself, or a phone shows no keyboard.
        event.preventDefault();
        fold.open = true;
        field.focus();
      }
    });
  }

  // What was typed to find somebody is done with once a chip answers it.
  form.addEventListener("change", (event) => {
    const box = event.target;
    const list = box instanceof HTMLInputElement ? box.closest<HTMLElement>("[data-clears]") : null;
    if (!(box instanceof HTMLInputElement) || !box.checked || list === null) {
      return;
    }
    const typed = form.querySelector<HTMLInputElement>(`#${list.dataset["clears"] ?? ""}`);
    const label = box.closest("label")?.textContent?.trim().toLocaleLowerCase() ?? "";
    if (typed !== null && (list.hasAttribute("data-one") || label.startsWith(typed.value.trim().toLocaleLowerCase()))) {
      typed.value = "";
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  oneOf(form);
  addRows(form);

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || !(field instanceof HTMLInputElement) || field.enterKeyHint !== "next") {
      return;
    }
    event.preventDefault();
    const stops = [...form.querySelectorAll<HTMLElement>("input[type=text], textarea")].filter((stop) => stop.checkVisibility());
    stops[stops.indexOf(field) + 1]?.focus();
  });
}

/** Choices of which one at most holds, perhaps under two names: one more tap takes it back, which a radio cannot do alone. */
function oneOf(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll<HTMLElement>("[data-one]")) {
    let chosen = list.querySelector<HTMLInputElement>("input:checked");
    list.addEventListener("click", (event) => {
      const box = event.target;
      if (box instanceof HTMLInputElement && box === chosen) {
        chosen = null;
        uncheck(box);
      }
    });
    form.addEventListener("change", () => {
      const checked = [...list.querySelectorAll<HTMLInputElement>("input:checked")];
      const now = checked.find((box) => box !== chosen) ?? checked[0] ?? null;
      for (const other of checked) {
        other.checked = other === now;
      }
      chosen = now;
    });
  }
}

/** Another row without going to the server for it. */
function addRows(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-adds]")) {
    button.addEventListener("click", (event) => {
      const row = addRow(form, button.dataset["adds"] ?? "");
      if (row !== null) {
        event.preventDefault();
        row.querySelector<HTMLInputElement>("input[type=text]")?.focus();
      }
    });
  }

  // A draft may have more rows than the page it comes back to.
  form.addEventListener("abcd:draft-missing", (event) => {
    const names = (event as CustomEvent<readonly string[]>).detail;
    for (const name of names) {
      const [, rows, at] = /^(\w+)\[(\d+)\]\./.exec(name) ?? [];
      while (rows !== undefined && form.elements.namedItem(name) === null) {
        const home = form.querySelector(`[data-rows="${rows}"]`);
        if (home === null || home.children.length > Number(at) || addRow(form, rows) === null) {
          break;
        }
      }
    }
  });
}

function addRow(form: HTMLFormElement, rows: string): Element | null {
  const home = form.querySelector(`[data-rows="${rows}"]`);
  const template = form.querySelector<HTMLTemplateElement>(`template[data-row-for="${rows}"]`);
  if (home === null || template === null) {
    return null;
  }
  const from = template.dataset["row"] ?? "";
  const to = String(home.children.length);
  const row = template.content.firstElementChild?.cloneNode(true) as Element | undefined;
  if (row === undefined) {
    return null;
  }
  for (const element of row.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      attribute.value = attribute.value.replaceAll(`${rows}[${from}]`, `${rows}[${to}]`).replaceAll(`${rows}_${from}__`, `${rows}_${to}__`);
    }
  }
  const legend = row.querySelector("legend");
  if (legend !== null) {
    legend.textContent = (legend.textContent ?? "").replace(String(Number(from) + 1), String(Number(to) + 1));
  }
  home.append(row);
  row.dispatchEvent(new CustomEvent("abcd:added", { bubbles: true }));
  return row;
}
