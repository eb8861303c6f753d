// The clock of the item that is talked about, from second to second; the server says where it stood when the page was made.

let began = performance.now();

/** The page was made anew. */
export function clockIsNew(): void {
  began = performance.now();
}

export function runClock(page: Document): void {
  window.setInterval(() => {
    const passed = Math.floor((performance.now() - began) / 1000);
    for (const clock of page.querySelectorAll<HTMLElement>("[data-left]")) {
      const left = Number(clock.dataset["left"]) - passed;
      clock.textContent = inWords(left);
      clock.classList.toggle("abcd-room__clock--over", left < 0);
      const total = clock.closest("section")?.querySelector<HTMLElement>("[data-total]");
      if (total) {
        total.textContent = String(Math.floor((Number(total.dataset["total"]) + passed) / 60));
      }
    }
  }, 1000);
}

function inWords(seconds: number): string {
  return seconds >= 0 ? `${Math.ceil(seconds / 60)} min left` : `${Math.ceil(-seconds / 60)} min over`;
}
