/** Browsers that lay their keyboard over the page, instead of making the page shorter, would hide Save under it. */
export function keepAboveKeyboard(form: HTMLFormElement): void {
  const seen = window.visualViewport;
  const bar = form.querySelector<HTMLElement>(".abcd-actions--sticky");
  if (seen === null || bar === null) {
    return;
  }
  const place = () => {
    // While somebody zooms in, the bar stays where it is.
    const covered = seen.scale > 1.05 ? 0 : Math.max(0, Math.round(document.documentElement.clientHeight - seen.height - seen.offsetTop));
    bar.style.bottom = covered === 0 ? "" : `${covered}px`;
  };
  seen.addEventListener("resize", place);
  seen.addEventListener("scroll", place);
}
