// Waits until the map is on screen, and only then asks for what draws it. The list is complete without.
interface Drawing {
  draw(card: HTMLElement): void;
}

for (const card of document.querySelectorAll<HTMLElement>("[data-map], [data-boundary-map]")) {
  card.hidden = false;
  const script = card.dataset["script"] ?? "";
  const watcher = new IntersectionObserver(
    (seen) => {
      if (seen.some((entry) => entry.isIntersecting)) {
        watcher.disconnect();
        import(script).then(
          (drawing: Drawing) => drawing.draw(card),
          () => {
            // No signal: the list is there.
            card.hidden = true;
          },
        );
      }
    },
    { rootMargin: "200px" },
  );
  watcher.observe(card);
}
