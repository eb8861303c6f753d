// Leaflet and what we draw with it. Loaded by map.ts when a map is on screen.
import { drawAssets } from "./scripts/map/assets-map";
import { drawBoundary } from "./scripts/map/boundary-map";

export function draw(card: HTMLElement): void {
  if (card.hasAttribute("data-boundary-map")) {
    void drawBoundary(card);
  } else {
    void drawAssets(card);
  }
}
