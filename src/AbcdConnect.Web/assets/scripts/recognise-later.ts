// Fetches the recogniser and its lexicon when somebody turns to the box, so that the page's first load stays light.

interface Recogniser {
  start(section: HTMLElement, box: HTMLTextAreaElement): Promise<void>;
}

export function recogniseLater(page: Document): void {
  const section = page.querySelector<HTMLElement>("[data-recognised]");
  const box = section?.closest("form")?.querySelector<HTMLTextAreaElement>("textarea[data-recognise]");
  const script = section?.dataset["script"];
  if (section === null || section === undefined || box === null || box === undefined || script === undefined) {
    return;
  }
  let asked = false;
  const fetchIt = () => {
    if (asked) {
      return;
    }
    asked = true;
    import(script).then((recogniser: Recogniser) => recogniser.start(section, box)).catch(() => {
      // No signal, and not kept yet: the next letter asks again, and what is typed goes with the form as ever.
      asked = false;
    });
  };
  box.addEventListener("focus", fetchIt);
  box.addEventListener("input", fetchIt);
  // A draft came back: its words are to be read too.
  box.form?.addEventListener("abcd:restored", fetchIt);
  if (box.value !== "" || document.activeElement === box) {
    fetchIt();
  }
}
