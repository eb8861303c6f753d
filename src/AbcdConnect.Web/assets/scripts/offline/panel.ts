// The outbox as the worker sees it: what waits, what is on its way, what was taken, what needs another look.

import { type Handy, handOf, type Hand, metHere, nameOf, titleOf } from "./envelopes";
import { inTurn, type News, SealedDisk } from "./post";
import { change, type Envelope, inOrder, letGo, mayChange, waitsFor } from "./outbox";
import { listenForNews, sendSoon } from "./page";
import { NoRoom, openSealedStore, whoOf } from "./sealed-store";

/** The fields somebody can put right here, by what the page calls them. The others stay as they are. */
const labels: Record<string, string> = {
  Heard: "What did you hear?",
  FirstName: "First name",
  LastName: "Last name",
  GroupName: "Or a group",
  PersonNames: "Who with?",
  PlaceName: "Where?",
  NewPeople: "Somebody new",
  NewPlace: "A new place",
  HeldOn: "When did you talk?",
  On: "When?",
  NextStep: "Next step",
  NextStepDue: "By when?",
  Ideas: "Ideas that came up",
  Why: "Why this one?",
  HeadCount: "How many came?",
  Words: "In their words",
};
const long = ["Heard", "Ideas", "Why", "NextStep"];
const people = ["PersonIds", "PersonId"];
const dates = ["HeldOn", "On"];

export async function showOutbox(place: HTMLElement): Promise<void> {
  let sending: string | undefined;
  let open: string | undefined;
  const list = element("div");
  const status = element("p", { class: "govuk-visually-hidden", role: "status" });
  place.append(list, status);
  const draw = async (): Promise<void> => {
    const store = await openSealedStore(whoOf(document));
    if (store === undefined) {
      list.replaceChildren(element("p", {}, "Nothing of yours can be opened here just now. Sign in to see and send what you kept on this phone."));
      return;
    }
    const disk = new SealedDisk(store);
    const all = inOrder(await disk.load());
    const hand = await handOf(store);
    if (open !== undefined && list.querySelector("[data-editing]") !== null) {
      return;
    }
    const groups: [string, Envelope[]][] = [
      ["Needs another look", all.filter((envelope) => envelope.standing === "refused")],
      ["Waiting to be sent", all.filter((envelope) => envelope.standing === "waiting")],
      ["Sent", all.filter((envelope) => envelope.standing === "sent").reverse()],
    ];
    list.replaceChildren(
      ...(all.length === 0 ? [element("p", {}, "Nothing waits. What you write without signal is kept here until it is sent.")] : []),
      ...groups.filter(([, envelopes]) => envelopes.length > 0).map(([heading, envelopes]) => group(heading, envelopes, all, hand)),
    );
  };
  const group = (heading: string, envelopes: Envelope[], all: Envelope[], hand: Hand): HTMLElement =>
    element("section", { class: "abcd-card" }, element("div", { class: "abcd-card__head" }, element("h2", {}, heading), element("span", {}, String(envelopes.length))), element("ul", { class: "abcd-items" }, ...envelopes.map((envelope) => item(envelope, all, hand))));
  const item = (envelope: Envelope, all: Envelope[], hand: Hand): HTMLElement => {
    const before = waitsFor(envelope, all);
    const heading = element("h3", {}, titleOf(envelope.path, envelope.fields, hand, all) || envelope.title);
    const words = ["Heard", "Why", "Words"].map((name) => envelope.fields.find(([field]) => field === name)?.[1] ?? "").find((text) => text !== "");
    const parts: (Node | string)[] = [heading, " ", tag(envelope, sending === envelope.id)];
    if (words !== undefined) {
      parts.push(element("p", { class: "abcd-preline" }, words));
    }
    for (const problem of envelope.standing === "refused" ? (envelope.why?.problems ?? []) : []) {
      parts.push(element("p", { class: "govuk-error-message" }, `${labels[problem.field] === undefined ? "" : `${labels[problem.field]} `}${problem.words}`));
    }
    if (before !== undefined && envelope.standing === "waiting") {
      parts.push(element("p", { class: "abcd-muted" }, `Waits for ${before.title}.`));
    }
    if (envelope.address !== undefined) {
      parts.push(element("p", {}, element("a", { class: "govuk-link", href: envelope.address }, "Open it")));
    } else if (mayChange(envelope)) {
      const right = element("button", { type: "button", class: "govuk-button govuk-button--secondary abcd-button--inline" }, "Put it right");
      right.addEventListener("click", () => {
        open = envelope.id;
        right.closest("li")?.replaceChildren(editor(envelope, all, hand));
        list.querySelector<HTMLElement>("[data-editing] input, [data-editing] textarea")?.focus();
      });
      const go = element("button", { type: "button", class: "abcd-button--link" }, "Let it go");
      go.addEventListener("click", () => {
        const sure = element("button", { type: "button", class: "govuk-button govuk-button--warning abcd-button--inline" }, "Yes, throw these words away");
        sure.addEventListener("click", () => void act(async (disk) => letGo(disk, envelope.id), "Let go."));
        go.replaceWith(sure);
        sure.focus();
      });
      parts.push(element("div", { class: "abcd-actions" }, right, go));
    } else if (envelope.standing === "waiting") {
      parts.push(element("p", { class: "abcd-muted" }, "It was on its way when the signal went: it may have arrived. It is sent again, and kept once."));
    }
    return element("li", {}, ...parts);
  };
  const editor = (envelope: Envelope, all: Envelope[], hand: Hand): HTMLElement => {
    const form = element("form", { "data-editing": "", novalidate: "" });
    form.append(element("h3", {}, envelope.title));
    for (const problem of envelope.why?.problems ?? []) {
      form.append(element("p", { class: "govuk-error-message" }, problem.words));
    }
    envelope.fields.forEach(([name, value], at) => {
      const label = labels[name] ?? (/^Gifts\[\d+\]\.Words$/.test(name) ? "A gift or an ask, in their words" : undefined);
      const id = `put-right-${at}`;
      if (people.includes(name)) {
        const box = element("input", { type: "checkbox", id, "data-at": String(at) });
        box.checked = true;
        form.append(element("p", {}, element("label", { class: "abcd-chip" }, box, nameOf(value, hand, all) || "Somebody chosen before")));
      } else if (label !== undefined) {
        const field = long.includes(name) ? element("textarea", { class: "govuk-textarea", id, rows: "4", "data-at": String(at) }) : element("input", { class: "govuk-input", id, "data-at": String(at) });
        field.value = dates.includes(name) ? dayOf(value, envelope) : value;
        form.append(element("div", { class: "govuk-form-group" }, element("label", { class: "govuk-label", for: id }, label), field));
      }
    });
    const chooser = envelope.kind === "person" ? undefined : choose([...metHere(all), ...hand.people], envelope.kind === "signpost");
    if (chooser !== undefined) {
      form.append(chooser.part);
    }
    const back = element("button", { type: "button", class: "abcd-button--link" }, "Leave it as it is");
    back.addEventListener("click", () => {
      open = undefined;
      list.replaceChildren();
      void draw();
    });
    form.append(element("div", { class: "abcd-actions" }, element("button", { class: "govuk-button abcd-button--inline" }, "Send it again"), back));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = new Map([...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-at]")].map((field) => [Number(field.dataset["at"]), field]));
      const fields = envelope.fields
        .map(([name, value], at): [string, string] | undefined => {
          const field = typed.get(at);
          return field === undefined ? [name, value] : field instanceof HTMLInputElement && field.type === "checkbox" ? (field.checked ? [name, value] : undefined) : [name, field.value];
        })
        .filter((field) => field !== undefined);
      const added = chooser?.value() ?? "";
      if (added !== "") {
        fields.push([envelope.kind === "signpost" ? "PersonId" : "PersonIds", added]);
      }
      void act(async (disk) => {
        const now = (await disk.load()).find((candidate) => candidate.id === envelope.id);
        const changed = now === undefined ? undefined : change(now, envelope.kind === "signpost" && added !== "" ? fields.filter(([name, value]) => name !== "PersonId" || value === added) : fields, Date.now());
        if (changed !== undefined) {
          await disk.write({ ...changed, title: titleOf(changed.path, changed.fields, hand, all) });
        }
        return changed !== undefined;
      }, "Waiting to be sent.");
    });
    return form;
  };
  const act = async (work: (disk: SealedDisk) => Promise<boolean>, done: string): Promise<void> => {
    const store = await openSealedStore(whoOf(document));
    let result: boolean;
    try {
      result = store === undefined ? false : await inTurn(() => work(new SealedDisk(store)));
    } catch (problem) {
      if (problem instanceof NoRoom) {
        sayNoRoom(list.querySelector("[data-editing]") ?? list);
        return;
      }
      throw problem;
    }
    open = undefined;
    list.replaceChildren();
    await draw();
    status.textContent = result ? done : "It is too late to change this one.";
    await sendSoon(0);
  };
  listenForNews((event) => {
    sending = (event.data as News).sending;
    void draw();
  });
  await draw();
}

function sayNoRoom(place: HTMLElement): void {
  place.querySelector("[data-no-room]")?.remove();
  const said = element("p", { class: "govuk-error-message", role: "alert", tabindex: "-1", "data-no-room": "" }, "There is no room left on this phone, so nothing was changed. Deleting some photographs makes room; then press the button again.");
  place.prepend(said);
  said.focus();
}

/** The day somebody meant, in figures: "today" of last week is not today. */
function dayOf(value: string, envelope: Envelope): string {
  const back = { "": 0, today: 0, yesterday: 1 }[value.trim().toLowerCase()];
  const age = Date.now() - envelope.sealedAt;
  if (back === undefined || age < 0 || age > 60 * 24 * 3600 * 1000) {
    return back === undefined ? value : "";
  }
  return new Date(envelope.sealedAt - back * 24 * 3600 * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" });
}

function choose(from: Handy[], instead: boolean): { part: HTMLElement; value: () => string } | undefined {
  if (from.length === 0) {
    return undefined;
  }
  const select = element("select", { class: "govuk-select", id: "put-right-who" });
  select.append(element("option", { value: "" }, ""), ...from.map((person) => element("option", { value: person.id }, person.detail ? `${person.label} (${person.detail})` : person.label)));
  const part = element("div", { class: "govuk-form-group" }, element("label", { class: "govuk-label", for: "put-right-who" }, instead ? "Or somebody else" : "Somebody else too"), select);
  return { part, value: () => select.value };
}

function tag(envelope: Envelope, sending: boolean): HTMLElement {
  const [kind, words] = sending ? ["sun", "sending"] : envelope.standing === "sent" ? ["teal", "sent"] : envelope.standing === "refused" ? ["coral", "not taken"] : ["sun", "waiting"];
  return element("strong", { class: `abcd-tag abcd-tag--${kind}` }, words);
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...parts: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...parts);
  return made;
}

