/** The menus are <details>; a tap elsewhere or Escape closes them, as people expect of menus. */
export function closeMenusFromOutside(page: Document): void {
  const open = () => page.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

  page.addEventListener("click", (event) => {
    for (const menu of open()) {
      if (event.target instanceof Node && !menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });

  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      return;
    }
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}
