// A meeting as it is run: the clock ticks, everybody's words come in as they are typed, and nothing is lost where there is no signal. Without this
// file the same page works by its forms.

import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { draftStore } from "./scripts/draft-store";
import { runClock } from "./scripts/room/clock";
import { RoomForms } from "./scripts/room/forms";
import { ItemNotes } from "./scripts/room/notes";
import { askForPage, showParts } from "./scripts/room/parts";
import { type Edit, SharedText } from "./scripts/room/shared-text";

interface NotesNow {
  mayWrite: boolean;
  items: { item: number; letters: string; clock: number; waiting: Edit[] }[];
}

const waits = [0, 500, 1000, 2000, 4000, 5000];

const room = document.querySelector<HTMLElement>("[data-room]");
if (room !== null) {
  void run(document, room);
}

async function run(page: Document, room: HTMLElement): Promise<void> {
  const meeting = room.dataset["room"] ?? "";
  const onlyWatches = "roomScreen" in room.dataset || "roomWatches" in room.dataset;
  const line = page.querySelector<HTMLElement>("[data-room-line]");
  const say = (words: string) => {
    if (line !== null) {
      line.hidden = words === "";
      line.textContent = words;
    }
  };
  const store = draftStore(page);
  const writer = newWriter();
  const notes = new Map<number, ItemNotes>();
  const forms = new RoomForms(page, store, meeting, say);
  const connection = new HubConnectionBuilder().withUrl("/meetings/room/live").configureLogging(LogLevel.None).build();
  connection.keepAliveIntervalInMilliseconds = 5000;
  connection.serverTimeoutInMilliseconds = 15_000;
  let out = false;
  let connecting = false;

  const post = async (item: number, edits: Edit[]) => {
    if (connection.state !== HubConnectionState.Connected) {
      throw new Error("No signal");
    }
    try {
      await connection.invoke("Type", Number(meeting), item, edits);
    } catch (refused) {
      if (isOut(refused)) {
        putOut();
      } else if (connection.state === HubConnectionState.Connected) {
        say("What you typed is not saved yet. It is kept on this device, and tried again when you type on.");
      }
      throw refused;
    }
  };
  let sending = false;
  let again = false;
  const sendAll = async (): Promise<void> => {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    try {
      do {
        again = false;
        await Promise.all([...notes.values()].map((one) => one.send()));
      } while (again && connection.state === HubConnectionState.Connected);
    } finally {
      sending = false;
    }
  };
  // A breath, so that a word is one message rather than ten.
  let due: number | undefined;
  const typed = () => {
    due ??= window.setTimeout(() => {
      due = undefined;
      void sendAll();
    }, 40);
  };

  const open = (mayWrite: boolean) => {
    for (const place of page.querySelectorAll<HTMLElement>("[data-room-item]")) {
      const item = Number(place.dataset["roomItem"]);
      const box = place.querySelector<HTMLElement>("[data-room-notes]");
      if (box !== null && !notes.has(item)) {
        notes.set(item, new ItemNotes(box, item, place.querySelector("summary")?.textContent?.trim() ?? "", mayWrite, writer, store, `room:${meeting}:${item}`, post, typed));
      }
    }
  };

  const join = async (): Promise<void> => {
    if (onlyWatches) {
      await connection.invoke("Watch", Number(meeting));
      return;
    }
    notes.forEach((one) => one.expect());
    const now = await connection.invoke<NotesNow>("Join", Number(meeting));
    open(now.mayWrite);
    for (const { item, letters, clock, waiting } of now.items) {
      notes.get(item)?.begin(new SharedText(JSON.parse(letters) as [number, number, string | number][], clock), waiting);
    }
    say("");
    await sendAll();
    await forms.sendKept();
  };

  const look = async (): Promise<void> => {
    const now = await askForPage();
    if (now === undefined) {
      return;
    }
    showParts(page, now);
    showNewItems(page, now);
    if (!onlyWatches && connection.state === HubConnectionState.Connected && page.querySelectorAll("[data-room-item]").length > notes.size) {
      await join();
    }
  };
  let looking: number | undefined;
  connection.on("changed", (part: string) => {
    if (part === "Notes" && !onlyWatches) {
      // Somebody wrote by a form: its words are in the notes as the server has them.
      void join().catch(() => undefined);
    }
    looking ??= window.setTimeout(() => {
      looking = undefined;
      void look();
    }, 100);
  });
  connection.on("typed", (item: number, edits: Edit[]) => notes.get(item)?.heard(edits));
  connection.onclose(() => void connect());

  const putOut = () => {
    out = true;
    say("You are signed out, or may not write here any more. What you typed is kept on this device; sign in again to send it.");
    void connection.stop();
  };
  const connect = async (): Promise<void> => {
    if (connecting) {
      return;
    }
    connecting = true;
    try {
      await tryToConnect();
    } finally {
      connecting = false;
    }
  };
  const tryToConnect = async (): Promise<void> => {
    for (let tries = 0; !out; tries++) {
      if (tries > 0 && !onlyWatches) {
        say("No signal. What you type is kept safe on this device, and sent when you are back.");
      }
      await pause(waits[Math.min(tries, waits.length - 1)] ?? 5000);
      try {
        if (connection.state === HubConnectionState.Disconnected) {
          await connection.start();
        }
        await join();
        await look();
        return;
      } catch (refused) {
        if (isOut(refused)) {
          putOut();
        }
        await connection.stop().catch(() => undefined);
      }
    }
  };

  runClock(page);
  if (!onlyWatches) {
    forms.listen();
    // What an earlier page of this browser left: sent first. What is sent twice counts once.
    open(room.dataset["roomWrites"] === "yes");
    await adoptOld(meeting, notes);
    // The browser knows before the connection does.
    window.addEventListener("offline", () => void connection.stop());
  }
  await connect();

  async function adoptOld(meeting: string, notes: Map<number, ItemNotes>): Promise<void> {
    const beginning = `room:${meeting}:`;
    for (const key of await store.list(beginning)) {
      const edits = JSON.parse((await store.get(key)) ?? "[]") as Edit[];
      const under = notes.get(Number(key.slice(beginning.length).split(":")[0]));
      if (under !== undefined && edits.length > 0) {
        // Under this page's own name first, so that they are never kept nowhere.
        under.adopt(edits);
        await under.kept();
        await store.remove(key);
      }
    }
  }
}

/** Items that came onto the agenda meanwhile. */
function showNewItems(page: Document, now: Document): void {
  let before: Element | null = null;
  for (const item of [...now.querySelectorAll<HTMLDetailsElement>("[data-room-item]")]) {
    const here = page.getElementById(item.id);
    if (here === null) {
      const added = page.adoptNode(item);
      if (before === null) {
        page.querySelector("#notes h2")?.after(added);
      } else {
        before.after(added);
      }
      before = added;
    } else {
      before = here;
      if (item.open && here instanceof HTMLDetailsElement) {
        here.open = true;
      }
    }
  }
}

function isOut(refused: unknown): boolean {
  return refused instanceof Error && (/: out$/.test(refused.message) || /Status code '40[13]'/.test(refused.message));
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, milliseconds));
}

/** A number that no other page has: 48 random bits, exact in every browser. */
function newWriter(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0xffff) * 0x1_0000_0000 + low + 1;
}
