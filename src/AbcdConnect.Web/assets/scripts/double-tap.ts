const secondsUntilTryingAgainIsMeant = 10;

/** A form is sent once, however often its button is tapped. Forms that answer with a file say data-repeatable. */
export function guardAgainstDoubleTaps(page: Document): void {
  const sent = new WeakMap<HTMLFormElement, number>();

  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || "repeatable" in form.dataset) {
      return;
    }
    if (event.defaultPrevented) {
      return;
    }
    const last = sent.get(form);
    if (last !== undefined && Date.now() - last < secondsUntilTryingAgainIsMeant * 1000) {
      event.preventDefault();
      return;
    }
    sent.set(form, Date.now());
    // Not `disabled`: a disabled button's own name and value would not be sent.
    setSending(form, true);
    setTimeout(() => setSending(form, false), secondsUntilTryingAgainIsMeant * 1000);
  });

  // It was not sent after all.
  page.addEventListener("abcd:stays", (event) => {
    if (event.target instanceof HTMLFormElement) {
      sent.delete(event.target);
      setSending(event.target, false);
    }
  });

  // Back from the next page: the browser may show this one as it was left.
  addEventListener("pageshow", () => {
    for (const form of page.forms) {
      sent.delete(form);
      setSending(form, false);
    }
  });
}

function setSending(form: HTMLFormElement, sending: boolean): void {
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    if (sending) {
      button.setAttribute("aria-disabled", "true");
    } else {
      button.removeAttribute("aria-disabled");
    }
  }
}
