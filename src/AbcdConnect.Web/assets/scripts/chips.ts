// A chip is a ticked (or not yet ticked) box in a label: what the server writes, and what the scripts add beside it.

export interface Chip {
  name: string;
  value: string;
  label: string;
  checked: boolean;
  type: "checkbox" | "radio";
}

export function makeChip({ name, value, label, checked, type }: Chip): HTMLLIElement {
  const item = document.createElement("li");
  const chip = document.createElement("label");
  chip.className = "abcd-chip";
  const box = document.createElement("input");
  box.type = type;
  box.name = name;
  box.value = value;
  box.checked = checked;
  chip.append(box, label);
  item.append(chip);
  return item;
}

export function readChips(list: Element): Chip[] {
  return [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]")].map((box) => ({
    name: box.name,
    value: box.value,
    label: box.parentElement?.textContent?.trim() ?? "",
    checked: box.checked,
    type: box.type === "radio" ? "radio" : "checkbox",
  }));
}

/** Finds the box of a chip, wherever on the form it stands. */
export function findBox(form: HTMLFormElement, name: string, value: string): HTMLInputElement | undefined {
  return [...form.elements].find(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type) && element.name === name && element.value === value,
  );
}

export function uncheck(box: HTMLInputElement): void {
  box.checked = false;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}
