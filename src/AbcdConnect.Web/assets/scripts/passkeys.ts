// Passkeys need the browser's help, so their forms are hidden until we know that it can give it.

export function offerPasskeys(page: Document): void {
  if (typeof PublicKeyCredential === "undefined" || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== "function") {
    return;
  }
  if (/^[\d.]+$|^\[/.test(location.hostname)) {
    sendToName(page);
    return;
  }
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      const credential = field(form, "credential");
      if (credential.value === "") {
        event.preventDefault();
        event.stopImmediatePropagation();
        void ask(form, credential);
      }
    });
  }
  for (const note of page.querySelectorAll<HTMLElement>("[data-passkey-none]")) {
    note.hidden = true;
  }
}

// A passkey belongs to a name: at an address of numbers no browser makes one.
function sendToName(page: Document): void {
  for (const note of page.querySelectorAll<HTMLElement>("[data-passkey-none]")) {
    note.textContent = "Passkeys need a name in the address, and this one has only numbers.";
    if (location.hostname === "127.0.0.1" || location.hostname === "[::1]") {
      const link = page.createElement("a");
      link.href = link.textContent = `${location.protocol}//localhost${location.port === "" ? "" : `:${location.port}`}${location.pathname}`;
      note.append(" On this machine the same page is at ", link);
    }
  }
}

async function ask(form: HTMLFormElement, credential: HTMLInputElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  if (problem !== null) {
    problem.hidden = true;
  }
  try {
    const options = await optionsFor(form);
    const answer = form.dataset["passkey"] === "make"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
    if (!(answer instanceof PublicKeyCredential)) {
      throw new Error("no passkey");
    }
    credential.value = JSON.stringify(answer.toJSON());
    form.submit();
  } catch {
    if (problem !== null) {
      problem.textContent = form.dataset["passkey"] === "make"
        ? "No passkey was made. Try again, or use another phone or computer."
        : "No passkey was used. Try again, or sign in with your password.";
      problem.hidden = false;
    }
  }
}

async function optionsFor(form: HTMLFormElement): Promise<unknown> {
  const answer = await fetch(form.dataset["options"] ?? "", {
    method: "POST",
    body: new URLSearchParams({ __RequestVerificationToken: field(form, "__RequestVerificationToken").value }),
    headers: { Accept: "application/json" },
    credentials: "same-origin",
  });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) {
    throw new Error(`The form has no ${name}`);
  }
  return found;
}
