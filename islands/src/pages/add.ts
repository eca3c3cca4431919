/** Files are dropped anywhere on the page that adds; those chosen are named before they are sent. */

import { on } from "../page";
import { html } from "../svg";

const KB = 1000;
const zone = document.getElementById("drop");
const field = zone?.querySelector<HTMLInputElement>("input[type=file]");
const named = document.getElementById("files");
if (zone && field && named) {
  zone.prepend(html("p", { class: "hint" }, "Drop files anywhere on this page."));
  field.addEventListener("change", () => tell(field, named));
  on(document, "dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  on(document, "dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  on(document, "drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const together = new DataTransfer();
    for (const file of [...(field.files ?? []), ...(event.dataTransfer?.files ?? [])])
      together.items.add(file);
    field.files = together.files;
    tell(field, named);
  });
}

function tell(chosen: HTMLInputElement, list: HTMLElement): void {
  list.replaceChildren(
    ...[...(chosen.files ?? [])].map((file) =>
      html("li", {}, html("bdi", {}, file.name), ` ${size(file.size)}`),
    ),
  );
}

function size(bytes: number): string {
  return bytes < KB * KB ? `${Math.ceil(bytes / KB)} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
