/** The draft desk while somebody writes: findings come by themselves, words can be taken and found. */

import { live } from "../live";
import { on } from "../page";

const form = document.querySelector<HTMLFormElement>("#desk");
const draft = form?.querySelector<HTMLTextAreaElement>("textarea");
const file = form?.querySelector<HTMLInputElement>("input[type=file]");

/** Milliseconds without a key: a draft is read whole each time. */
const PAUSE = 900;

function comforts(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.hidden = !navigator.clipboard;
  }
}

if (form && draft && file) {
  comforts();
  live(
    form,
    (data, signal) => {
      data.delete("file");
      return fetch(form.action, { method: "POST", body: data, signal });
    },
    comforts,
    PAUSE,
  );

  file.addEventListener("change", () => file.files?.length && form.requestSubmit());
  for (const name of ["dragenter", "dragover", "dragleave", "drop"] as const) {
    form.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("dropping", name === "dragenter" || name === "dragover");
      if (name === "drop") {
        file.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
  }

  on(document, "click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const copy = target?.closest<HTMLButtonElement>("[data-copy]");
    if (copy) {
      const words = document.getElementById(copy.dataset.copy ?? "")?.textContent ?? "";
      void navigator.clipboard.writeText(words).then(() => {
        copy.textContent = "Copied";
      });
      return;
    }
    const found = target?.closest<HTMLElement>(".finding");
    if (found && !target?.closest("a,button,input,summary,label")) {
      select(draft, Number(found.dataset.start), Number(found.dataset.end));
    }
  });
}

/** Select words in the draft; places are counted in code points, as the record counts. */
function select(draft: HTMLTextAreaElement, start: number, end: number): void {
  const points = Array.from(draft.value);
  const from = points.slice(0, start).join("").length;
  const to = from + points.slice(start, end).join("").length;
  draft.focus();
  draft.setSelectionRange(from, to);
}
