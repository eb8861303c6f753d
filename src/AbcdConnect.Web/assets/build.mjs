// Builds wwwroot/built: fonts.css with its font files; app.css, capture.css, map.css, report.css, sheet.css; app.js, capture.js, leaflet-map.js, map.js, offline.js, recognise.js, room.js, sheet.js, walk.js and
// service-worker.js; of each text also what is sent compressed. Run by assets.targets.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(web, "wwwroot", "built");

// Noto Sans whole; of each sister only its own script, since Latin comes from the first.
const typefaces = {
  "noto-sans": null,
  "noto-sans-arabic": ["arabic"],
  "noto-sans-bengali": ["bengali"],
  "noto-sans-gujarati": ["gujarati"],
  "noto-sans-gurmukhi": ["gurmukhi"],
  "noto-sans-tamil": ["tamil"],
};
const weights = ["400", "700"];
const bundled = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };

async function fonts() {
  const faces = [];
  await mkdir(join(built, "fonts"), { recursive: true });
  for (const [typeface, scripts] of Object.entries(typefaces)) {
    const home = join(web, "node_modules", "@fontsource", typeface);
    await cp(join(home, "LICENSE"), join(built, "fonts", `${typeface}.LICENSE.txt`));
    for (const weight of weights) {
      const css = await readFile(join(home, `${weight}.css`), "utf8");
      for (const [face] of css.matchAll(/@font-face \{[^}]*\}/g)) {
        const file = /files\/(([\w-]+)\.woff2)/.exec(face)[1];
        const script = file.slice(typeface.length + 1, file.indexOf(`-${weight}-`));
        if (scripts !== null && !scripts.includes(script)) {
          continue;
        }
        await cp(join(home, "files", file), join(built, "fonts", file));
        // With the version in its address the browser may keep it for good.
        const version = createHash("sha256").update(await readFile(join(built, "fonts", file))).digest("base64url").slice(0, 12);
        faces.push(face.replace(/src: [^;]*;/, `src: url(fonts/${file}?v=${version}) format("woff2");`));
      }
    }
  }
  const { code } = await esbuild.transform(faces.join("\n"), { loader: "css", minify: true });
  await writeFile(join(built, "fonts.css"), code);
}

async function styles() {
  for (const name of ["app", "capture", "map", "report", "sheet"]) {
    const { css } = await sass.compileAsync(join(web, "assets", `${name}.scss`), {
      loadPaths: [web],
      style: "compressed",
      quietDeps: true,
    });
    await writeFile(join(built, `${name}.css`), css);
  }
}

async function scripts() {
  const entry = (name) => join(web, "assets", `${name}.ts`);
  await Promise.all([
    // What is only imported when needed becomes a file of its own, with its version in its name.
    esbuild.build({ ...bundled, outdir: built, entryPoints: [entry("app")], splitting: true, chunkNames: "[name]-[hash]" }),
    // Whole, though they repeat a few lines of the other: on a slow network one file that asks for a second costs a round trip.
    esbuild.build({ ...bundled, outdir: built, entryPoints: ["capture", "map", "offline", "recognise", "room", "sheet", "walk"].map(entry) }),
    // Loaded by map.ts once the map is on screen, and by nobody else.
    esbuild.build({ ...bundled, outdir: built, entryPoints: [entry("leaflet-map")], alias: { leaflet: "leaflet/dist/leaflet-src.esm.js" } }),
  ]);
}

// The service worker knows the exact addresses, versions included, of what it keeps: asp-append-version's SHA-256. Its own version
// is made of all that the page without signal shows, so that a new one replaces the whole.
async function serviceWorker() {
  const version = async (...files) => {
    const hash = createHash("sha256");
    for (const file of files) {
      hash.update(await readFile(file));
    }
    return hash.digest("base64url");
  };
  const versioned = await Promise.all(
    ["built/fonts.css", "built/app.css", "built/app.js", "built/capture.js", "built/offline.js", "logo.svg"].map(async (path) => `/${path}?v=${await version(join(web, "wwwroot", path))}`),
  );
  const faces = await readFile(join(built, "fonts.css"), "utf8");
  const latin = [...faces.matchAll(/fonts\/noto-sans-latin-\d+-normal\.woff2[^)"']*/g)].map(([address]) => `/built/${address}`);
  // What app.js imports when it is needed carries its version in its name.
  const chunks = (await readdir(built)).filter((file) => /-[0-9A-Z]{8}\.js$/.test(file)).map((file) => `/built/${file}`);
  const plain = [...new Set(latin), ...chunks.sort(), "/built/recognise.js", "/manifest.webmanifest", "/icons/icon-192.png"];
  const views = [];
  for (const feature of ["Conversations", "Outbox", "Shared"]) {
    for (const file of await readdir(join(web, "Features", feature))) {
      if (file.endsWith(".cshtml")) {
        views.push(join(web, "Features", feature, file));
      }
    }
  }
  await esbuild.build({
    entryPoints: [join(web, "assets", "service-worker.ts")],
    outfile: join(built, "service-worker.js"),
    ...bundled,
    format: "iife",
    define: {
      PRECACHE: JSON.stringify([...versioned, ...plain]),
      VERSION: JSON.stringify(await version(...versioned.map((address) => join(web, "wwwroot", address.split("?")[0])), ...plain.map((address) => join(web, "wwwroot", address.split("?")[0])), ...views.sort())),
    },
  });
}

/** Once here rather than at every request: BuiltFiles.cs sends these to browsers that take them. */
async function compressed() {
  for (const file of await readdir(built)) {
    if (!/\.(css|js)$/.test(file)) {
      continue;
    }
    const content = await readFile(join(built, file));
    await writeFile(join(built, `${file}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    await writeFile(join(built, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await Promise.all([fonts(), styles(), scripts()]);
await serviceWorker();
await compressed();
