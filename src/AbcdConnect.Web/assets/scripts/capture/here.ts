import { makeChip } from "../chips";

interface Around {
  neighbourhood: { id: number; label: string; yours: boolean } | null;
  places: { id: number; label: string; detail: string }[];
}

/** "Here": asks the phone where it is, only when tapped, and the server what is around. The point is sent in the body of a
 * request, kept neither here nor there, and rounded to about ten metres first. */
export function lookAround(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("button[data-here]");
  const said = form.querySelector<HTMLElement>("[data-here-said]");
  if (button === null || said === null || !("geolocation" in navigator) || !isSecureContext) {
    return;
  }
  // Who has said no once is not asked again.
  navigator.permissions.query({ name: "geolocation" }).then(
    (permission) => (button.hidden = permission.state === "denied"),
    () => (button.hidden = false),
  );

  const say = (words: string) => {
    said.textContent = words;
    said.hidden = false;
    button.removeAttribute("aria-disabled");
  };

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    say("Looking around…");
    button.setAttribute("aria-disabled", "true");
    navigator.geolocation.getCurrentPosition(
      (position) => void show(form, button, say, position.coords),
      (problem) => {
        button.hidden = problem.code === problem.PERMISSION_DENIED;
        say(button.hidden ? "Your phone keeps to itself where it is. Type the place, or choose it." : "Your phone could not say where it is. Type the place, or choose it.");
      },
      { enableHighAccuracy: true, maximumAge: 60_000, timeout: 10_000 },
    );
  });
}

async function show(form: HTMLFormElement, button: HTMLButtonElement, say: (words: string) => void, here: GeolocationCoordinates): Promise<void> {
  try {
    const token = form.elements.namedItem("__RequestVerificationToken");
    const answer = await fetch(button.dataset["here"] ?? "", {
      method: "POST",
      body: new URLSearchParams({
        latitude: here.latitude.toFixed(4),
        longitude: here.longitude.toFixed(4),
        __RequestVerificationToken: token instanceof HTMLInputElement ? token.value : "",
      }),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").includes("json")) {
      say("That could not be looked up just now. Type the place, or choose it.");
      return;
    }
    const around = (await answer.json()) as Around;
    offer(form, around);
    say(words(around));
  } catch {
    say("No signal to look around with. Type the place; it can be found on the map later.");
  }
}

function offer(form: HTMLFormElement, around: Around): void {
  const places = form.querySelector<HTMLElement>("#places");
  for (const place of [...around.places].reverse()) {
    const known = places?.querySelector(`input[name=PlaceId][value="${place.id}"]`)?.closest("li");
    places?.prepend(known ?? makeChip({ name: "PlaceId", value: String(place.id), label: `${place.label}, ${place.detail}`, checked: false, type: "radio" }));
  }
  if (around.neighbourhood?.yours === true) {
    const box = form.querySelector<HTMLInputElement>(`input[name=Neighbourhood][value="${around.neighbourhood.id}"]`);
    const list = form.querySelector<HTMLSelectElement>("select[name=Neighbourhood]");
    if (box !== null) {
      box.checked = true;
    } else if (list !== null) {
      list.value = String(around.neighbourhood.id);
    }
    (box ?? list)?.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function words(around: Around): string {
  const inside = around.neighbourhood === null ? "You are outside our neighbourhoods." : around.neighbourhood.yours ? `You are in ${around.neighbourhood.label}.` : `You are in ${around.neighbourhood.label}, which is not one of yours.`;
  return around.places.length === 0 ? `${inside} Nothing on the map is near. Type the place.` : `${inside} Is it one of the first of these?`;
}
