// The parts of the page that the server draws: asked for again when somebody changed something, and put in place of those shown. Whoever is
// typing in one goes on typing.

import { clockIsNew } from "./clock";

/** @returns The page as it is now; undefined where there was no answer, or another page was. */
export async function askForPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" }, cache: "no-store" });
    return answer.ok && new URL(answer.url).pathname === location.pathname ? parse(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

export function showParts(page: Document, now: Document): void {
  clockIsNew();
  for (const before of page.querySelectorAll<HTMLElement>("[data-room-part]")) {
    const after = now.querySelector<HTMLElement>(`[data-room-part="${before.dataset["roomPart"] ?? ""}"]`);
    if (after === null) {
      continue;
    }
    for (const [at, details] of [...after.querySelectorAll("details")].entries()) {
      details.open ||= before.querySelectorAll("details")[at]?.open ?? false;
    }
    const kept = [...before.children].filter(isInUse);
    if (kept.length === 0) {
      const focused = before.contains(page.activeElement) ? where(page.activeElement) : undefined;
      before.replaceWith(page.adoptNode(after));
      if (focused !== undefined) {
        page.querySelector<HTMLElement>(focused)?.focus();
      }
      continue;
    }
    replaceAround(before, kept, after);
  }
}

/** The forms in use stay where they are, so that the cursor stays in them; all else is new. */
function replaceAround(before: HTMLElement, kept: Element[], after: HTMLElement): void {
  for (const child of [...before.children]) {
    if (!kept.includes(child)) {
      child.remove();
    }
  }
  let next = 0;
  for (const child of [...after.children]) {
    const same = kept.findIndex((one) => actionOf(one) === actionOf(child) && actionOf(child) !== undefined);
    const staying = kept[same];
    if (staying !== undefined) {
      follow(staying, child);
      next = same + 1;
      continue;
    }
    before.insertBefore(document.adoptNode(child), kept[next] ?? null);
  }
}

/** Nothing is written in it yet: what will be belongs to the item that is on now. Words that stand there belong to the item they were begun under. */
function follow(before: Element, after: Element): void {
  if ([...before.querySelectorAll("textarea")].some((words) => words.value !== "")) {
    return;
  }
  for (const select of before.querySelectorAll<HTMLSelectElement>("select[data-room-follows]")) {
    const now = after.querySelector<HTMLSelectElement>(`select[data-room-follows][name="${select.name}"]`);
    if (now !== null && select !== document.activeElement) {
      select.replaceChildren(...[...now.options].map((option) => option.cloneNode(true)));
      select.value = now.value;
    }
  }
}

function isInUse(child: Element): boolean {
  return [...child.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field === document.activeElement || (field as HTMLInputElement).value !== (field as HTMLInputElement).defaultValue);
}

function actionOf(child: Element): string | undefined {
  const form = child instanceof HTMLFormElement ? child : child.querySelector("form");
  return form?.getAttribute("action") ?? undefined;
}

/** How to find the button again that was pressed. */
function where(element: Element | null): string | undefined {
  const form = element?.closest("form");
  if (element === null || !form || !(element instanceof HTMLButtonElement)) {
    return undefined;
  }
  const hidden = form.querySelector<HTMLInputElement>("input[type=hidden][name=practitioner]");
  return hidden === null ? `form[action="${form.getAttribute("action") ?? ""}"] button` : `form:has(input[name=practitioner][value="${hidden.value}"]) button`;
}
