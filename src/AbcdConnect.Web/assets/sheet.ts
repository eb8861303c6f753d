// Only for the sheet that a person is given. The page works without it: browsers print, and the words can be sent by the links.
export {};

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print !== null) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

const share = document.querySelector<HTMLButtonElement>("[data-share]");
const text = document.querySelector<HTMLTextAreaElement>("[data-sheet-text]")?.value;
if (share !== null && text !== undefined && typeof navigator.share === "function") {
  share.hidden = false;
  share.addEventListener("click", () => {
    // Closing the phone's own sheet without choosing anybody is no mistake.
    navigator.share({ text }).catch(() => undefined);
  });
}
