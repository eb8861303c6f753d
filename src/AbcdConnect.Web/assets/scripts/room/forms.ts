// The room's forms sent without leaving the page. A decision or an action written where there is no signal is kept on the device and sent later;
// the server knows its number, and takes it once.

import { fetchTicket } from "../offline/keys";
import type { DraftStore } from "../draft-store";
import { parse, showParts } from "./parts";

interface KeptForm {
  action: string;
  fields: [string, string][];
}

export class RoomForms {
  private readonly prefix: string;

  public constructor(
    private readonly page: Document,
    private readonly store: DraftStore,
    meeting: string,
    private readonly say: (words: string) => void,
  ) {
    this.prefix = `room-form:${meeting}:`;
  }

  public listen(): void {
    // Before the guard against double taps, which would count a second decision as one.
    const listener = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !("roomForm" in form.dataset) || event.defaultPrevented) {
        return;
      }
      event.preventDefault();
      if (form.getAttribute("aria-busy") === "true") {
        return;
      }
      form.setAttribute("aria-busy", "true");
      void this.send(form, event.submitter).finally(() => form.removeAttribute("aria-busy"));
    };
    this.page.addEventListener("submit", listener, { capture: true });
  }

  /** What was kept for want of a signal. @returns Whether nothing waits any more. */
  public async sendKept(): Promise<boolean> {
    const keys = await this.store.list(this.prefix);
    if (keys.length === 0) {
      return true;
    }
    const ticket = await fetchTicket();
    if (!ticket) {
      return false;
    }
    for (const key of keys) {
      const kept = JSON.parse((await this.store.get(key)) ?? "null") as KeptForm | null;
      if (kept === null) {
        continue;
      }
      let answer: Response;
      try {
        answer = await fetch(kept.action, { method: "POST", body: new URLSearchParams(kept.fields), headers: { accept: "text/html", RequestVerificationToken: ticket.token } });
      } catch {
        return false;
      }
      if (answer.status >= 500 || answer.status === 401 || answer.status === 400) {
        return false;
      }
      await this.store.remove(key);
      const now = parse(await answer.text());
      if (!answer.ok) {
        this.giveBack(kept, now);
      }
      showParts(this.page, now);
    }
    return true;
  }

  private async send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
    const fields: [string, string][] = [];
    for (const [name, value] of new FormData(form, button)) {
      if (typeof value === "string") {
        fields.push([name, value]);
      }
    }
    let answer: Response;
    try {
      answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields), headers: { accept: "text/html" } });
    } catch {
      await this.keep(form, fields);
      return;
    }
    const now = parse(await answer.text());
    if (now.querySelector("[data-room]") === null) {
      // Signed out meanwhile, or gone: the page itself says so.
      location.assign(answer.url);
      return;
    }
    if (answer.ok) {
      this.clear(form);
    }
    if (!answer.ok && "roomWords" in form.dataset) {
      // What is wrong stands beside the field, and what was typed in it.
      const again = now.querySelector<HTMLFormElement>(`form[action="${form.getAttribute("action") ?? ""}"]`);
      if (again !== null) {
        form.replaceWith(this.page.adoptNode(again));
        again.querySelector<HTMLElement>(".govuk-input--error, .govuk-textarea--error")?.focus();
      }
    }
    showParts(this.page, now);
    // A form that was in use stood still: its number has been used.
    const fresh = now.querySelector<HTMLInputElement>(`form[action="${form.getAttribute("action") ?? ""}"] input[name=SubmissionId]`);
    const used = form.querySelector<HTMLInputElement>("input[name=SubmissionId]");
    if (answer.ok && fresh !== null && used !== null) {
      used.value = fresh.value;
    }
  }

  private async keep(form: HTMLFormElement, fields: [string, string][]): Promise<void> {
    const number = fields.find(([name]) => name === "SubmissionId")?.[1];
    if (!("roomWords" in form.dataset) || number === undefined) {
      this.say("No signal. That was not saved: tap again when you are back.");
      return;
    }
    try {
      await this.store.set(this.prefix + number, JSON.stringify({ action: form.action, fields: fields.filter(([name]) => name !== "__RequestVerificationToken") } satisfies KeptForm));
    } catch {
      this.say("No signal, and no room on this device. Leave this page open: press again when you are back.");
      return;
    }
    this.clear(form);
    const used = form.querySelector<HTMLInputElement>("input[name=SubmissionId]");
    if (used !== null) {
      used.value = crypto.randomUUID();
    }
    this.say("No signal. This is kept safe on your device and sent when you are back.");
  }

  private clear(form: HTMLFormElement): void {
    form.dispatchEvent(new CustomEvent("abcd:safe", { bubbles: true }));
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type=hidden])")) {
      field.value = "";
      field.defaultValue = "";
    }
  }

  /** It was not taken: the words go back into the form, with what is wrong. */
  private giveBack(kept: KeptForm, now: Document): void {
    const form = this.page.querySelector<HTMLFormElement>(`form[action="${new URL(kept.action).pathname}"]`);
    const words = kept.fields.find(([name]) => name === "Decision" || name === "Action");
    const field = words === undefined ? null : (form?.querySelector<HTMLTextAreaElement>(`textarea[name=${words[0]}]`) ?? null);
    if (words !== undefined && field !== null && field.value === "") {
      field.value = words[1];
    }
    this.say(now.querySelector(".govuk-error-summary li")?.textContent ?? "Something you wrote without a signal was not taken. It is back in its form.");
  }
}
