// Builds wwwroot/built: fonts.css with its font files, app.css, report.css, app.js. Run by assets.targets.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
        faces.push(face.replace(/src: [^;]*;/, `src: url(fonts/${file}) format("woff2");`));
      }
    }
  }
  const { code } = await esbuild.transform(faces.join("\n"), { loader: "css", minify: true });
  await writeFile(join(built, "fonts.css"), code);
}

async function styles() {
  for (const name of ["app", "report"]) {
    const { css } = await sass.compileAsync(join(web, "assets", `${name}.scss`), {
      loadPaths: [web],
      style: "compressed",
      quietDeps: true,
    });
    await writeFile(join(built, `${name}.css`), css);
  }
}

async function scripts() {
  await esbuild.build({
    // The recogniser is apart: it is sent only once somebody types what they heard.
    entryPoints: [join(web, "assets", "app.ts"), join(web, "assets", "recognise.ts")],
    outdir: built,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
  });
}

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await Promise.all([fonts(), styles(), scripts()]);
