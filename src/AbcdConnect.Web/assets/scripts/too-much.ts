// A form that is bigger than the server takes (SizeLimit.cs) is not sent: it stays on the page with all that was typed in it.

const most = 8 * 1024 * 1024;
/** The longest a letter becomes on its way. */
const widest = 9;

export function stayWithTooMuch(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post" || form.enctype !== "application/x-www-form-urlencoded" || fits(form)) {
      return;
    }
    event.preventDefault();
    let said = form.querySelector<HTMLElement>("[data-too-much]");
    if (said === null) {
      said = page.createElement("p");
      said.className = "govuk-error-message";
      said.dataset["tooMuch"] = "";
      said.setAttribute("role", "alert");
      said.tabIndex = -1;
      form.prepend(said);
    }
    said.textContent = "This is more than fits into one form, so it was not sent. What you typed is still here. A text box takes up to 100,000 letters, about forty pages: take some out, or keep it as a document of its own.";
    said.focus();
  });
}

function fits(form: HTMLFormElement): boolean {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
  return fields.reduce((all, [, value]) => all + value.length, 0) * widest < most || new URLSearchParams(fields).toString().length < most;
}
