// What lies under everything: tiles where a server is set, and our own boundaries, names and main points always.
import * as L from "leaflet";

export interface Outlines {
  neighbourhoods: { id: number; name: string; lat: number; lon: number; shape: GeoJSON.MultiPolygon }[];
  points: { id: number; name: string; lat: number; lon: number }[];
}

const namesFrom = 11;
const pointsFrom = 15;

export function makeMap(here: HTMLElement, card: HTMLElement): L.Map {
  const map = L.map(here, { zoomControl: false, attributionControl: false, maxZoom: 19, minZoom: 5, scrollWheelZoom: false, fadeAnimation: false, zoomSnap: 0.25 });
  // Some view at once: shapes cannot be drawn on a map that looks nowhere.
  map.setView([54, -2], 6);
  L.control.zoom({ zoomInTitle: "Closer", zoomOutTitle: "Further away" }).addTo(map);
  const from = L.control.attribution({ prefix: '<a href="https://leafletjs.com">Leaflet</a>' }).addTo(map);
  const tiles = card.dataset["tiles"];
  if (tiles) {
    L.tileLayer(tiles, { maxZoom: 19 }).addTo(map);
    const whose = document.createElement("span");
    whose.textContent = card.dataset["attribution"] ?? "";
    from.addAttribution(whose.innerHTML);
  }
  // The wheel scrolls the page until somebody works on the map itself.
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  return map;
}

export async function drawGround(map: L.Map, address: string, tiled: boolean): Promise<L.LatLngBounds | undefined> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) {
    return undefined;
  }
  const outlines = (await answer.json()) as Outlines;
  const shapes = L.featureGroup();
  for (const place of outlines.neighbourhoods) {
    L.geoJSON(place.shape, { interactive: false, style: { color: "#0b5a57", weight: 1.5, fillColor: "#e3efec", fillOpacity: tiled ? 0.15 : 1 } }).addTo(shapes);
  }
  shapes.addTo(map);
  const names = L.layerGroup(outlines.neighbourhoods.map((place) => label(place.lat, place.lon, place.name, "abcd-map-name")));
  const points = L.layerGroup(
    outlines.points.map((point) =>
      L.circleMarker([point.lat, point.lon], { radius: 3, color: "#56605f", weight: 1, fillOpacity: 1, interactive: false }).bindTooltip(point.name, { permanent: true, direction: "right", className: "abcd-map-point" }),
    ),
  );
  const show = (): void => {
    toggle(map, names, map.getZoom() >= namesFrom || outlines.neighbourhoods.length <= 12);
    toggle(map, points, !tiled && map.getZoom() >= pointsFrom);
  };
  map.on("zoomend", show);
  map.whenReady(show);
  return outlines.neighbourhoods.length === 0 ? undefined : shapes.getBounds();
}

/** A marker that answers the keyboard as it answers a tap, and has a name. */
export function pressable(marker: L.Marker, words: string, act: () => void): void {
  marker.on("click", (event) => {
    L.DomEvent.stopPropagation(event);
    act();
  });
  marker.on("add", () => {
    const element = marker.getElement();
    element?.setAttribute("aria-label", words);
    element?.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        act();
      }
    });
  });
}

export function label(latitude: number, longitude: number, text: string, className: string): L.Marker {
  const words = document.createElement("span");
  words.textContent = text;
  // Under what can be pressed.
  return L.marker([latitude, longitude], { interactive: false, keyboard: false, pane: "shadowPane", icon: L.divIcon({ className, html: words, iconSize: [0, 0] }) });
}

function toggle(map: L.Map, layer: L.LayerGroup, on: boolean): void {
  if (on && !map.hasLayer(layer)) {
    layer.addTo(map);
  } else if (!on && map.hasLayer(layer)) {
    layer.remove();
  }
}
