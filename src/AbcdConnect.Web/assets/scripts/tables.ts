const roles: Record<string, string> = {
  TABLE: "table",
  THEAD: "rowgroup",
  TBODY: "rowgroup",
  TFOOT: "rowgroup",
  TR: "row",
  TD: "cell",
};

/** Some browsers forget that a table is one when its rows are shown as cards. Saying it keeps it readable aloud. */
export function keepTableRoles(page: Document): void {
  for (const table of page.querySelectorAll<HTMLTableElement>(".abcd-table--stack")) {
    for (const part of [table, ...table.querySelectorAll<HTMLElement>("thead, tbody, tfoot, tr, td, th")]) {
      const role = part.tagName === "TH" ? (part.closest("thead") === null ? "rowheader" : "columnheader") : roles[part.tagName];
      if (role !== undefined) {
        part.setAttribute("role", role);
      }
    }
  }
}
