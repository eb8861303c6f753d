// Drawing a neighbourhood's boundary: a tap sets a corner, a corner is dragged or taken away. The box beneath holds the same corners
// as lines of latitude and longitude, for who would rather type or paste them; the two follow each other.
import * as L from "leaflet";
import { drawGround, makeMap, pressable } from "./ground";

export async function drawBoundary(card: HTMLElement): Promise<void> {
  const here = card.querySelector<HTMLElement>("[data-map-here]");
  const text = document.querySelector<HTMLTextAreaElement>("textarea[data-boundary]");
  const undo = card.querySelector<HTMLButtonElement>("[data-map-undo]");
  const clear = card.querySelector<HTMLButtonElement>("[data-map-clear]");
  const said = card.querySelector<HTMLElement>("[data-map-said]");
  if (here === null || text === null || undo === null || clear === null || said === null) {
    return;
  }
  const map = makeMap(here, card);
  const ground = await drawGround(map, card.dataset["outlines"] ?? "", Boolean(card.dataset["tiles"])).catch(() => undefined);
  const shape = L.polygon([], { color: "#b4432f", weight: 3, fillOpacity: 0.1, interactive: false }).addTo(map);
  const handles = L.layerGroup().addTo(map);
  let corners: L.LatLng[] = [];

  const redraw = (write: boolean): void => {
    shape.setLatLngs(corners);
    handles.clearLayers();
    corners.forEach((corner, at) => {
      const handle = L.marker(corner, { draggable: true, title: `Corner ${at + 1}`, icon: L.divIcon({ className: "abcd-map-corner", iconSize: [24, 24] }) });
      handle.on("drag", () => {
        corners[at] = handle.getLatLng();
        shape.setLatLngs(corners);
      });
      handle.on("dragend", () => redraw(true));
      pressable(handle, `Corner ${at + 1}: take it away`, () => {
        corners.splice(at, 1);
        redraw(true);
      });
      handle.addTo(handles);
    });
    undo.hidden = clear.hidden = corners.length === 0;
    said.textContent = corners.length === 0 ? "Tap the map to set the first corner." : corners.length < 3 ? `${corners.length} of at least 3 corners.` : `${corners.length} corners. Tap to add, drag to move, tap a corner to take it away.`;
    if (write) {
      text.value = corners.map((corner) => `${corner.lat.toFixed(5)}, ${corner.lng.toFixed(5)}`).join("\n");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const read = (): void => {
    const lines = text.value.split("\n").map((line) => /^\s*(-?\d+(?:\.\d+)?)[\s,;]+(-?\d+(?:\.\d+)?)\s*$/.exec(line));
    const pairs = lines.filter((line) => line !== null).map((line) => [Number(line[1]), Number(line[2])] as const);
    // GeoJSON, and what is no point on Earth, is the server's to read and say.
    if (pairs.every(([lat, lon]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      corners = pairs.map(([lat, lon]) => L.latLng(lat, lon));
      redraw(false);
    }
  };

  map.on("click", (event: L.LeafletMouseEvent) => {
    corners.splice(place(map, corners, event.latlng), 0, event.latlng);
    redraw(true);
  });
  undo.addEventListener("click", () => {
    corners.pop();
    redraw(true);
  });
  clear.addEventListener("click", () => {
    corners = [];
    redraw(true);
  });
  text.addEventListener("change", read);
  read();
  if (corners.length > 2) {
    map.fitBounds(L.latLngBounds(corners), { padding: [20, 20], animate: false });
  } else if (ground !== undefined) {
    map.fitBounds(ground, { padding: [20, 20], animate: false });
  } else {
    map.fitBounds([[50, -6], [58.5, 1.7]]);
  }
}

/** A new corner goes into the nearest side once there is a triangle, so that a shape is mended where it is tapped. */
function place(map: L.Map, corners: L.LatLng[], at: L.LatLng): number {
  if (corners.length < 3) {
    return corners.length;
  }
  const point = map.latLngToLayerPoint(at);
  let best = corners.length;
  let least = Number.POSITIVE_INFINITY;
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const far = L.LineUtil.pointToSegmentDistance(point, map.latLngToLayerPoint(corner), map.latLngToLayerPoint(next));
    if (far < least) {
      least = far;
      best = index + 1;
    }
  });
  return best;
}
