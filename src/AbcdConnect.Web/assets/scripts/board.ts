/** On a card of the board the left and right arrows press its buttons. Without this the buttons do it alone. */
export function moveCardsByArrows(page: Document): void {
  for (const board of page.querySelectorAll<HTMLElement>("[data-board]")) {
    board.addEventListener("keydown", (event) => {
      const way = event.key === "ArrowLeft" ? "back" : event.key === "ArrowRight" ? "on" : null;
      if (way === null || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) {
        return;
      }
      const button = event.target.closest("li")?.querySelector<HTMLButtonElement>(`[data-board-move="${way}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
    });
  }

  // Back from a move: the card that moved has the keyboard again.
  const moved = page.querySelector<HTMLElement>("[data-board] :target button, [data-board] :target a");
  moved?.focus();
}
