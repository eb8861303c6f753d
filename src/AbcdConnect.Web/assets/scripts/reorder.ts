// A list whose things can be dragged to their place, by mouse, pen or finger. The buttons beside each thing do the same, and are the keyboard's way;
// without this file they do it alone. Where a thing is let go, the list's form is sent with "before-12-15": 12 goes before 15, before-12-0 to the end.

const edge = 72;

export function dragToReorder(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>("[data-reorder]")) {
    const things = [...list.querySelectorAll<HTMLElement>(":scope > [data-reorder-item]")];
    if (things.length < 2) {
      continue;
    }
    for (const thing of things) {
      const handle = page.createElement("span");
      handle.className = "abcd-handle";
      // The buttons say it to those who do not see it.
      handle.setAttribute("aria-hidden", "true");
      handle.title = "Drag to its place";
      handle.addEventListener("pointerdown", (event) => {
        if (event.isPrimary && event.button === 0) {
          event.preventDefault();
          drag(list, thing, handle, event);
        }
      });
      thing.prepend(handle);
    }
  }
}

function drag(list: HTMLElement, thing: HTMLElement, handle: HTMLElement, down: PointerEvent): void {
  const before = thing.nextElementSibling;
  let y = down.clientY;
  let frame = 0;
  thing.classList.add("abcd-dragged");
  handle.setPointerCapture(down.pointerId);

  const follow = () => {
    // Near the edge of the screen the page comes along.
    const pull = y < edge ? y - edge : y > window.innerHeight - edge ? y - (window.innerHeight - edge) : 0;
    if (pull !== 0) {
      window.scrollBy(0, pull / 4);
    }
    const others = [...list.querySelectorAll<HTMLElement>(":scope > [data-reorder-item]")].filter((one) => one !== thing);
    const next = others.find((one) => {
      const box = one.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    place(list, thing, next ?? null);
    frame = requestAnimationFrame(follow);
  };
  const move = (event: PointerEvent) => {
    y = event.clientY;
  };
  const end = (put: boolean) => {
    cancelAnimationFrame(frame);
    thing.classList.remove("abcd-dragged");
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("pointerup", letGo);
    handle.removeEventListener("pointercancel", giveUp);
    list.ownerDocument.removeEventListener("keydown", escape, true);
    if (!put) {
      place(list, thing, before);
    } else if (thing.nextElementSibling !== before) {
      send(list, thing);
    }
  };
  const letGo = () => end(true);
  const giveUp = () => end(false);
  const escape = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      end(false);
    }
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", letGo);
  handle.addEventListener("pointercancel", giveUp);
  list.ownerDocument.addEventListener("keydown", escape, true);
  frame = requestAnimationFrame(follow);
}

/** The others go round it: a thing that is taken out of the page, if only for a moment, is let go of. */
function place(list: HTMLElement, thing: HTMLElement, before: Element | null): void {
  const all = [...list.children];
  const from = all.indexOf(thing);
  const to = before === null ? all.length : all.indexOf(before);
  if (to > from) {
    all.slice(from + 1, to).forEach((one) => list.insertBefore(one, thing));
  } else {
    all.slice(to, from).reverse().forEach((one) => list.insertBefore(one, thing.nextSibling));
  }
}

function send(list: HTMLElement, thing: HTMLElement): void {
  const next = thing.nextElementSibling instanceof HTMLElement ? thing.nextElementSibling.dataset["reorderItem"] : undefined;
  const form = list.closest("form");
  if (form === null) {
    return;
  }
  // A button, so that the form is sent as when one is pressed: with what was typed.
  const button = list.ownerDocument.createElement("button");
  button.name = list.dataset["reorder"] ?? "";
  button.value = `before-${thing.dataset["reorderItem"] ?? ""}-${next ?? "0"}`;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
}
