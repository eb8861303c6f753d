// On a walk: the photo is made smaller on the phone, which leaves out all that the camera wrote beside it, and travels as text, so that a
// phone without signal keeps it with the form. Without this the file is sent as it is, and the server leaves out the same.
const across = 1280;
const quality = 0.8;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-walk]")) {
  start(form);
}

function start(form: HTMLFormElement): void {
  const file = form.querySelector<HTMLInputElement>("input[type=file]");
  const data = form.querySelector<HTMLInputElement>("input[name=PhotoData]");
  const said = form.querySelector<HTMLElement>("[data-walk-said]");
  if (file === null || data === null || said === null) {
    return;
  }
  const shown = document.createElement("img");
  shown.className = "abcd-walk__photo";
  shown.alt = "The photo you took";
  shown.hidden = true;
  said.after(shown);
  file.addEventListener("change", () => {
    const [taken] = file.files ?? [];
    data.value = "";
    shown.hidden = said.hidden = true;
    file.name = "Photo";
    if (taken === undefined) {
      return;
    }
    void smaller(taken).then(
      (address) => {
        data.value = address;
        shown.src = address;
        shown.hidden = false;
        // The small one goes in its place.
        file.removeAttribute("name");
      },
      () => {
        said.textContent = "Your phone cannot make this photo smaller. It is sent as it is.";
        said.hidden = false;
      },
    );
  });
  let asked = false;
  form.addEventListener("change", () => {
    if (!asked) {
      asked = true;
      locate(form);
    }
  });
}

async function smaller(file: File): Promise<string> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, across / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) {
    throw new Error("No canvas.");
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.toDataURL("image/jpeg", quality);
}

function locate(form: HTMLFormElement): void {
  const where = form.querySelector<HTMLElement>("[data-walk-where]");
  const latitude = form.querySelector<HTMLInputElement>("input[name=Latitude]");
  const longitude = form.querySelector<HTMLInputElement>("input[name=Longitude]");
  if (where === null || latitude === null || longitude === null || !("geolocation" in navigator) || !isSecureContext) {
    return;
  }
  where.textContent = "Looking where you stand…";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      latitude.value = coords.latitude.toFixed(5);
      longitude.value = coords.longitude.toFixed(5);
      where.textContent = `It goes on the map where you stand, to about ${Math.max(5, Math.round(coords.accuracy / 5) * 5)} m.`;
    },
    () => {
      where.textContent = "Your phone did not say where you are. It goes on the list, and on the drawn map once it has a postcode.";
    },
    { enableHighAccuracy: true, maximumAge: 15_000, timeout: 15_000 },
  );
}
