// A browser's copy of a shared text (assets/scripts/room/shared-text.ts) for ManyWritersTests: a line of JSON in, a line out.
import { createInterface } from "node:readline";
import { type Edit, SharedText } from "../../../../src/AbcdConnect.Web/assets/scripts/room/shared-text";

interface Ask {
  page: number;
  do: "begin" | "take" | "become" | "text";
  clock?: number;
  letters?: [number, number, string | number][];
  edits?: Edit[];
  writer?: number;
  text?: string;
}

const pages = new Map<number, SharedText>();

createInterface({ input: process.stdin }).on("line", (line) => {
  const ask = JSON.parse(line) as Ask;
  const page = pages.get(ask.page) ?? new SharedText();
  let answer: unknown = null;
  switch (ask.do) {
    case "begin":
      pages.set(ask.page, new SharedText(ask.letters, ask.clock));
      break;
    case "take":
      for (const edit of ask.edits ?? []) {
        page.take(edit);
      }
      break;
    case "become":
      answer = page.become(ask.writer ?? 0, ask.text ?? "") ?? null;
      break;
    default:
      answer = page.text;
      break;
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
