// The map above the list: the same filters, counted by cells on the server and never all at once.
import * as L from "leaflet";
import { drawGround, makeMap, pressable } from "./ground";

interface Cell {
  lat: number;
  lon: number;
  n: number;
  id: number | null;
  name: string | null;
  what: string | null;
}

const closest = 19;
const namesFrom = 16;
const counts = new Intl.NumberFormat("en-GB");

export async function drawAssets(card: HTMLElement): Promise<void> {
  const here = card.querySelector<HTMLElement>("[data-map-here]");
  const said = card.querySelector<HTMLElement>("[data-map-said]");
  const list = card.querySelector<HTMLAnchorElement>("[data-map-list]");
  if (here === null || said === null || list === null) {
    return;
  }
  const map = makeMap(here, card);
  const query = new URLSearchParams((card.dataset["query"] ?? "").replace(/^[^?]*\??/, ""));
  const marks = L.layerGroup().addTo(map);
  const shown = new Map<string, L.Marker>();
  let asking: AbortController | undefined;
  let have: { cells: Cell[]; around: L.LatLngBounds; zoom: number } | undefined;

  // Cells are fixed to the Earth: of a map that was dragged most marks stay where they are, and only the new ones are made.
  const draw = (cells: Cell[]): void => {
    const named = map.getZoom() >= namesFrom;
    const wanted = new Map(cells.map((cell) => [isOne(cell) ? `${cell.id} ${named}` : `${cell.lat} ${cell.lon} ${cell.n}`, cell]));
    const focused = document.activeElement instanceof HTMLElement && here.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    for (const [key, marker] of shown) {
      if (!wanted.has(key)) {
        marks.removeLayer(marker);
        shown.delete(key);
      }
    }
    for (const [key, cell] of wanted) {
      if (!shown.has(key)) {
        shown.set(key, mark(map, card, query, cell).addTo(marks));
      }
    }
    if (focused !== null && document.activeElement === document.body) {
      // What was pressed has given way to what is in it.
      map.getContainer().focus({ preventScroll: true });
    }
  };

  const tell = (cells: Cell[]): void => {
    const seen = map.getBounds();
    const inside = cells.filter((cell) => seen.contains([cell.lat, cell.lon])).reduce((sum, cell) => sum + cell.n, 0);
    said.textContent = inside === 0 ? "Nothing that fits is in this part of the map." : inside === 1 ? "One in this part of the map." : `${counts.format(inside)} in this part of the map.`;
    const listed = new URLSearchParams(query);
    listed.set("Box", box(seen));
    list.href = `${card.dataset["list"] ?? ""}?${listed}`;
    list.hidden = inside === 0;
    card.dataset["drawn"] = String(Number(card.dataset["drawn"] ?? "0") + 1);
  };

  const show = async (moving = false): Promise<void> => {
    const seen = map.getBounds();
    const zoom = map.getZoom();
    if (have?.zoom === zoom && have.around.contains(seen)) {
      if (!moving) {
        asking?.abort();
        asking = undefined;
        tell(have.cells);
      }
      return;
    }
    if (moving && asking !== undefined) {
      return;
    }
    asking?.abort();
    const mine = (asking = new AbortController());
    const around = seen.pad(0.25);
    const address = new URL(card.dataset["cells"] ?? "", location.href);
    for (const [name, value] of query) {
      address.searchParams.append(name, value);
    }
    address.searchParams.set("bbox", box(around));
    address.searchParams.set("zoom", String(Math.round(zoom)));
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", signal: mine.signal });
      if (!answer.ok) {
        said.textContent = "The map could not be filled just now. The list below is complete.";
        return;
      }
      const { cells } = (await answer.json()) as { cells: Cell[] };
      have = { cells, around, zoom };
      draw(cells);
      if (!moving) {
        tell(cells);
      }
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) {
        said.textContent = "No signal to fill the map with. The list below is complete.";
      }
    } finally {
      if (asking === mine) {
        asking = undefined;
      }
    }
  };

  try {
    const ground = await drawGround(map, card.dataset["outlines"] ?? "", Boolean(card.dataset["tiles"]));
    const start = wanted(card) ?? ground;
    if (start === undefined) {
      // No boundary yet: Britain.
      map.fitBounds([[50, -6], [58.5, 1.7]]);
    } else {
      map.fitBounds(start, { padding: [8, 8], animate: false });
    }
  } catch {
    said.textContent = "No signal to draw the map with. The list below is complete.";
    return;
  }
  around(map, card);
  map.on("moveend", () => void show());
  // Whoever drags far finds the next part filled before they let go.
  map.on("drag", () => void show(true));
  map.on("click", (event: L.LeafletMouseEvent) => askHere(map, card, query, event.latlng));
  await show();
}

/** What the address asks for: a piece of the map, or a point with what is around it. */
function wanted(card: HTMLElement): L.LatLngBounds | undefined {
  const box = (card.dataset["box"] ?? "").split(",").map(Number);
  const [west, south, east, north] = box;
  if (box.length === 4 && box.every(Number.isFinite)) {
    return L.latLngBounds([south ?? 0, west ?? 0], [north ?? 0, east ?? 0]);
  }
  const point = pointOf(card);
  return point?.toBounds(2 * Number(card.dataset["reach"] ?? "1000"));
}

function pointOf(card: HTMLElement): L.LatLng | undefined {
  const { lat, lon } = card.dataset;
  return lat && lon ? L.latLng(Number(lat), Number(lon)) : undefined;
}

function around(map: L.Map, card: HTMLElement): void {
  const point = pointOf(card);
  if (point !== undefined && card.dataset["bus"] === undefined) {
    L.circle(point, { radius: Number(card.dataset["reach"] ?? "1000"), color: "#9a6a00", weight: 2, dashArray: "6 6", fill: false, interactive: false }).addTo(map);
  }
  if (point !== undefined) {
    L.circleMarker(point, { radius: 7, color: "#ffffff", weight: 2, fillColor: "#b4432f", fillOpacity: 1, interactive: false }).addTo(map);
  }
}

function mark(map: L.Map, card: HTMLElement, query: URLSearchParams, cell: Cell): L.Marker {
  const one = isOne(cell);
  const named = one && map.getZoom() >= namesFrom;
  const face = document.createElement("span");
  face.textContent = one ? (named ? (cell.name ?? "") : "") : short(cell.n);
  const size = one ? 28 : cell.n < 10 ? 36 : cell.n < 100 ? 42 : 48;
  const marker = L.marker([cell.lat, cell.lon], {
    icon: L.divIcon({ className: one ? (named ? "abcd-map-one abcd-map-one--named" : "abcd-map-one") : "abcd-map-many", html: face, iconSize: [size, size] }),
    riseOnHover: true,
  });
  const words = one ? [cell.name, cell.what].filter(Boolean).join(", ") : `${counts.format(cell.n)} here: look closer`;
  pressable(marker, words, () => {
    if (one) {
      popup(map, marker.getLatLng(), [heading(cell.name ?? "", `/assets/${cell.id}`), line(cell.what ?? "")]);
    } else if (map.getZoom() >= closest - 1) {
      popup(map, marker.getLatLng(), [line(`${cell.n} in one spot`), link("List them", listAt(card, query, marker.getLatLng(), 60))]);
    } else {
      map.setView(marker.getLatLng(), Math.min(closest, map.getZoom() + 2));
    }
  });
  return marker;
}

function askHere(map: L.Map, card: HTMLElement, query: URLSearchParams, at: L.LatLng): void {
  const add = card.dataset["add"];
  const near = link("What is near here", listAt(card, query, at, undefined));
  near.setAttribute("data-map-near", "");
  popup(map, at, [near, ...(add ? [link("Add something here", `${add}?latitude=${at.lat.toFixed(5)}&longitude=${at.lng.toFixed(5)}`)] : [])]);
}

/** About ten metres: near enough to find by, and nobody's own step. */
function listAt(card: HTMLElement, query: URLSearchParams, at: L.LatLng, metres: number | undefined): string {
  const asked = new URLSearchParams(query);
  asked.set("Place", `${at.lat.toFixed(4)}, ${at.lng.toFixed(4)}`);
  if (metres !== undefined) {
    asked.set("Within", String(metres));
  }
  return `${card.dataset["list"] ?? ""}?${asked}`;
}

function popup(map: L.Map, at: L.LatLng, parts: HTMLElement[]): void {
  const content = document.createElement("div");
  content.append(...parts);
  L.popup({ closeButton: true, autoPanPadding: [20, 20] }).setLatLng(at).setContent(content).openOn(map);
  content.querySelector("a")?.focus({ preventScroll: true });
}

function heading(text: string, href: string): HTMLElement {
  const strong = document.createElement("strong");
  strong.append(link(text, href));
  return strong;
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}

function link(text: string, href: string): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function isOne(cell: Cell): boolean {
  return cell.n === 1 && cell.id !== null;
}

function short(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
}

function box(bounds: L.LatLngBounds): string {
  const clamp = (value: number, most: number): string => Math.max(-most, Math.min(most, value)).toFixed(5);
  return [clamp(bounds.getWest(), 180), clamp(bounds.getSouth(), 90), clamp(bounds.getEast(), 180), clamp(bounds.getNorth(), 90)].join(",");
}
