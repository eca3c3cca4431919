// One file for each kind of page, and what several of them share in files of its own. Every file
// in src/pages/ is an entry: src/pages/timeline.ts becomes static/timeline.js.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const pages = join(here, "src", "pages");
const still = join(here, "src", "still.ts");
const entries = readdirSync(pages)
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => [basename(name, ".ts"), join(pages, name)]);

export default defineConfig({
  root: here,
  publicDir: false,
  resolve: { alias: { "d3-transition": still, "d3-interpolate": still } },
  build: {
    outDir: join(here, "..", "src", "onrecord", "faces", "room", "static"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(entries),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "shared-[name].js",
      },
    },
  },
});
