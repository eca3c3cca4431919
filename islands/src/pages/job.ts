/** How far a job is, as the server tells it; when it ends the page is asked for anew. */

interface Told {
  state: string;
  what: string;
  done: number;
  of: number | null;
  names: string[];
}

const job = document.getElementById("job");
const words = document.getElementById("how-far");
const bar = document.querySelector<HTMLProgressElement>("#progress");
const events = job?.dataset.events;
if (words && bar && events) {
  const source = new EventSource(events);
  source.addEventListener("message", (event: MessageEvent<string>) => {
    const told = JSON.parse(event.data) as Told;
    if (told.state !== "running") {
      source.close();
      location.reload();
      return;
    }
    const many = told.names.length === 1 ? "1 document" : `${told.names.length} documents`;
    const of = told.of === null ? "" : ` of ${told.of}`;
    words.textContent = `${many}: ${told.what}, ${told.done}${of}.`;
    if (told.of === null) bar.removeAttribute("value");
    else {
      bar.max = told.of;
      bar.value = told.done;
    }
  });
}
