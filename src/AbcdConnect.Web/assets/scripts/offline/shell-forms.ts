// The forms of the page that opens without signal: the same page for everybody, so each form gets here what the server else puts in.

/** Before drafts are kept, which go by the number. */
export function beginShellForms(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("[data-shell-page] form[data-keeps]")) {
    begin(form);
  }
}

/** A form of its own, by its own number. */
export function begin(form: HTMLFormElement): void {
  const number = form.querySelector<HTMLInputElement>("[name=SubmissionId]");
  if (number !== null) {
    number.value = crypto.randomUUID();
  }
  const heldOn = form.querySelector<HTMLInputElement>("[name=HeldOn]");
  if (heldOn !== null && heldOn.value === "") {
    heldOn.value = "today";
  }
}
