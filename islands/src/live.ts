/**
 * A form whose answer is put into the page it stands on: the same page, asked for once more.
 *
 * It is all that the room would have of htmx, in 1 kB for 40, and needs no leave in its policy.
 */

/** Milliseconds without a key after which somebody is taken to have stopped writing. */
const PAUSE = 500;

/** Ask for the page as the form has it, whenever it changes, and put in what `data-live` names.
 *
 * `ask` sends the form; an answer that a later one has overtaken is passed over.
 */
export function live(
  form: HTMLFormElement,
  ask: (data: FormData, signal: AbortSignal) => Promise<Response>,
  done: (form: HTMLFormElement) => void = () => {},
  pause = PAUSE,
): void {
  const ids = (form.dataset.live ?? "").split(" ");
  let waiting = 0;
  let running = new AbortController();

  const places = () => ids.map((id) => document.getElementById(id)).filter((one) => one !== null);

  async function refresh(): Promise<void> {
    running.abort();
    running = new AbortController();
    for (const place of places()) place.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(new FormData(form), running.signal);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const place of places()) {
        const found = page.getElementById(place.id);
        if (found) place.replaceWith(document.adoptNode(found));
      }
      done(form);
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === "AbortError") return;
    }
    for (const place of places()) place.removeAttribute("aria-busy");
  }

  form.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-still]")) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void refresh(), pause);
  });
}
