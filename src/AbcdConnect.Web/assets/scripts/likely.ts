// While somebody new is being written down, those they may be are shown: before the saving, not after it. Without script the same
// question is asked when the form is sent.

const waitMilliseconds = 350;
const looked = new Set(["FirstName", "LastName", "KnownAs", "NeighbourhoodId", "Phone", "Email"]);

export function showLikely(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-likely]");
  const address = form?.dataset["likely"];
  const name = form?.querySelector<HTMLInputElement>("[name=FirstName]");
  if (!form || !address || !name) {
    return;
  }

  const place = page.createElement("div");
  place.setAttribute("aria-live", "polite");
  place.className = "abcd-likely";
  name.closest(".govuk-form-group")?.after(place);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const ask = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    const typed = new FormData(form);
    // Looking is not sending: the form's own number stays for when it is sent.
    typed.delete("SubmissionId");
    if (name.value.trim() === "") {
      place.replaceChildren();
      return;
    }

    try {
      const answer = await fetch(address, { method: "POST", body: typed, signal: asking.signal, headers: { accept: "text/html" } });
      const found = answer.status === 200 ? await answer.text() : "";
      if (found === "") {
        place.replaceChildren();
        return;
      }

      // Our own server's markup, with every name in it already made safe.
      const notice = page.createElement("section");
      notice.className = "abcd-notice";
      notice.setAttribute("aria-labelledby", "likely");
      notice.append(...new DOMParser().parseFromString(found, "text/html").body.childNodes);
      page.querySelector("[data-likely-asked]")?.remove();
      place.replaceChildren(notice);
    } catch {
      // No signal, or the next letter came first: the question is asked when the form is sent.
    }
  };

  form.addEventListener("input", (event) => {
    if (looked.has((event.target as HTMLInputElement).name)) {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), waitMilliseconds);
    }
  });
}
