// What was typed survives a refresh, a lost session and the Back button: it is kept in this tab until the server says that
// it is saved, or until someone signs out.

import { makeChip } from "./suggest";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Kept {
  /** What the server had put there, so that a value the server has changed since is not overwritten. */
  given: string;
  typed: string;
}

const prefix = "abcd:draft:";
const sentKey = "abcd:sent";
const whoKey = "abcd:who";

/** Long text boxes of forms that save are kept; with data-keep on the form, its other fields too. */
export function keepDrafts(page: Document, store: Storage): void {
  forgetOthers(page, store);
  forgetSaved(page, store);

  for (const form of page.querySelectorAll<HTMLFormElement>("form[method=post]")) {
    if (form.matches("[data-signs-out]")) {
      form.addEventListener("submit", () => forgetAll(store));
      continue;
    }
    const fields = [...form.elements].filter((field): field is Field => isKept(field, form));
    if (fields.length === 0) {
      continue;
    }
    const lists = "keep" in form.dataset ? keepChosen(form, store) : [];
    const given = new Map(fields.map((field) => [field, read(field)]));
    const restored = fields.filter((field) => restore(field, keyOf(field, form), store));
    if (restored.length > 0) {
      sayRestored(restored, given, form, store);
    }

    form.addEventListener("input", (event) => {
      const field = fields.find((candidate) => candidate === event.target);
      if (field !== undefined) {
        keep(keyOf(field, form), { given: given.get(field) ?? "", typed: read(field) }, store);
      }
    });
    form.addEventListener("submit", () => {
      const keys = [...fields.map((field) => keyOf(field, form)), ...lists];
      tryStore(() => store.setItem(sentKey, JSON.stringify(keys)));
    });
  }
}

/** People and places chosen by suggestion are boxes that the server may not know yet; they are kept as a list. */
function keepChosen(form: HTMLFormElement, store: Storage): string[] {
  return [...form.querySelectorAll<HTMLElement>("[data-chosen]")].map((list, at) => {
    const key = `${prefix}${location.pathname}#${form.id}#chosen${at}`;
    const given = readChosen(list);
    const text = store.getItem(key);
    if (text !== null) {
      const kept = JSON.parse(text) as Kept;
      if (kept.given === given) {
        const chips = JSON.parse(kept.typed) as [string, string, string, boolean][];
        list.replaceChildren(...chips.map((chip) => makeChip(...chip)));
      }
    }
    const save = () => keep(key, { given, typed: readChosen(list) }, store);
    list.addEventListener("change", save);
    form.addEventListener("abcd:chosen", save);
    return key;
  });
}

function readChosen(list: HTMLElement): string {
  const boxes = [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  return JSON.stringify(boxes.map((box) => [box.name, box.value, box.parentElement?.textContent?.trim() ?? "", box.checked]));
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

function keyOf(field: Field, form: HTMLFormElement): string {
  const choice = field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio") ? `=${field.value}` : "";
  return `${prefix}${location.pathname}#${form.id}#${field.name}${choice}`;
}

function read(field: Field): string {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    return field.checked ? "on" : "";
  }
  return field.value;
}

function write(field: Field, value: string): void {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    field.checked = value === "on";
  } else {
    field.value = value;
  }
}

function restore(field: Field, key: string, store: Storage): boolean {
  const text = store.getItem(key);
  if (text === null) {
    return false;
  }
  const kept = JSON.parse(text) as Kept;
  const now = read(field);
  if (now !== kept.given || now === kept.typed) {
    return false;
  }
  write(field, kept.typed);
  return true;
}

function sayRestored(fields: Field[], given: Map<Field, string>, form: HTMLFormElement, store: Storage): void {
  const last = fields.find((field) => field instanceof HTMLTextAreaElement) ?? fields[0];
  const note = document.createElement("p");
  note.className = "abcd-draft";
  note.setAttribute("role", "status");
  note.append("This is what you had typed here. ");
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "abcd-button--link";
  clear.textContent = "Start afresh";
  clear.addEventListener("click", () => {
    for (const field of fields) {
      write(field, given.get(field) ?? "");
      store.removeItem(keyOf(field, form));
    }
    note.remove();
    last?.focus();
  });
  note.append(clear);
  last?.closest(".govuk-form-group")?.append(note);
}

function keep(key: string, value: Kept, store: Storage): void {
  if (value.typed === value.given) {
    store.removeItem(key);
  } else {
    tryStore(() => store.setItem(key, JSON.stringify(value)));
  }
}

/** The page says data-saved when the last form was taken. */
function forgetSaved(page: Document, store: Storage): void {
  const sent = store.getItem(sentKey);
  if (sent === null || page.querySelector("[data-saved]") === null) {
    return;
  }
  for (const key of JSON.parse(sent) as string[]) {
    store.removeItem(key);
  }
  store.removeItem(sentKey);
}

/** Somebody else has signed in on the same tab: what the first person typed is not theirs to read. */
function forgetOthers(page: Document, store: Storage): void {
  const who = page.body.dataset["who"];
  if (who === undefined) {
    return;
  }
  const before = store.getItem(whoKey);
  if (before !== null && before !== who) {
    forgetAll(store);
  }
  tryStore(() => store.setItem(whoKey, who));
}

function forgetAll(store: Storage): void {
  for (const key of Object.keys(store)) {
    if (key.startsWith("abcd:")) {
      store.removeItem(key);
    }
  }
}

/** A full or forbidden store costs the draft, never the typing. */
function tryStore(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing to be done: the form itself still holds what was typed.
  }
}
