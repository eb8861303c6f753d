// One tap on the day's list answers in place: the page is asked for with the answer, and its list and month take the place of
// those shown. Without this file, or without an answer, the same forms lead through the page itself.

const parts = ["#today", "#my-month"];

export function answerInPlace(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.closest("[data-today]") === null || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    // A second tap while the first is on its way does nothing.
    const list = form.closest<HTMLElement>("[data-today]");
    if (list === null || list.getAttribute("aria-busy") === "true") {
      return;
    }
    list.setAttribute("aria-busy", "true");
    const button = event instanceof SubmitEvent ? event.submitter : null;
    void send(page, form, button).finally(() => list.removeAttribute("aria-busy"));
  });
}

async function send(page: Document, form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === "string") {
      fields.append(name, value);
    }
  }
  let answer: Response;
  try {
    answer = await fetch(form.action, { method: "POST", body: fields, headers: { accept: "text/html" } });
  } catch {
    say(page, "No signal. That was not saved: tap again when you are back.");
    return;
  }
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (shown.querySelector("#today") === null) {
    // Signed out meanwhile, or gone: the page itself says so.
    location.assign(answer.url.endsWith(new URL(form.action).pathname) ? "/" : answer.url);
    return;
  }
  for (const part of parts) {
    const [before, after] = [page.querySelector(part), shown.querySelector(part)];
    if (before !== null && after !== null) {
      before.replaceWith(page.adoptNode(after));
    }
  }
  page.querySelector<HTMLElement>("#today [data-said]")?.focus();
}

function say(page: Document, words: string): void {
  page.querySelector("#today [data-said]")?.remove();
  const notice = page.createElement("div");
  notice.className = "abcd-notice abcd-notice--attention";
  notice.setAttribute("role", "alert");
  notice.tabIndex = -1;
  notice.dataset["said"] = "";
  const text = page.createElement("p");
  text.textContent = words;
  notice.append(text);
  page.querySelector("#today .abcd-card__head")?.after(notice);
  notice.focus();
}
