/** Entering by hand: words that are chosen in the document go into the fields of the page's forms,
 * each with where it stands. The forms do without: there words are typed or pasted. */

import { html } from "../svg";

/** Words and where they stand, in code points of the text. */
interface Chosen {
  words: string;
  at: string;
}

/** What chosen words can be: the name of a button, the kind of row, the field. */
const ROLES = [
  ["What is said", "statement", "content"],
  ["Who says it", "statement", "speaker"],
  ["The cue", "statement", "cue"],
  ["Names somebody", "mention", "words"],
  ["Gives a date", "date", "words"],
] as const;

/** Offers what chosen words can be, in the panel. */
export class ByHand {
  private readonly roles = document.getElementById("roles");

  constructor() {
    // Who writes into a field means what is written, wherever it stands.
    for (const field of document.querySelectorAll("[data-words]"))
      field.addEventListener("input", () => place(field, ""));
  }

  /** Offer them for words within one paragraph; nothing for others. */
  offer(range: Range | null): void {
    const roles = this.roles;
    if (!roles) return;
    const chosen = range && chosenIn(range);
    roles.hidden = !chosen;
    if (!chosen) return;
    roles.replaceChildren(
      "Enter by hand: ",
      ...ROLES.map(([name, kind, field]) => {
        const button = html("button", { type: "button" }, name);
        button.addEventListener("click", () => this.put(kind, field, chosen));
        return button;
      }),
    );
  }

  private put(kind: string, name: string, chosen: Chosen): void {
    const form = document.querySelector(`#by-hand form:has(input[name=kind][value=${kind}])`);
    const fields = [...(form?.querySelectorAll<HTMLTextAreaElement>(`[name=${name}]`) ?? [])];
    const field = fields.find((one) => one.value === "") ?? fields.at(-1);
    const folded = form?.closest("details");
    if (!field || !folded) return;
    field.value = chosen.words;
    place(field, chosen.at);
    folded.open = true;
    const there = html("a", { href: "#by-hand" }, "go to the form");
    there.addEventListener("click", (event) => {
      event.preventDefault();
      field.scrollIntoView({ block: "center", behavior: "instant" });
      field.focus({ preventScroll: true });
    });
    this.roles?.replaceChildren("It is in the form: choose more words, or ", there, ".");
  }
}

function place(field: Element, at: string): void {
  const beside = field.parentElement?.nextElementSibling;
  if (beside instanceof HTMLInputElement && beside.name.endsWith("_at")) beside.value = at;
}

/** Say which words of the text are chosen; null where they go beyond one paragraph. */
function chosenIn(range: Range): Chosen | null {
  const within = range.commonAncestorContainer;
  const around = within instanceof Element ? within : within.parentElement;
  const block = around?.closest<HTMLElement>(".block[data-from]");
  const words = range.toString();
  if (!block || !words.trim()) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = words.length - words.trimStart().length;
  const start =
    Number(block.dataset.from) + points(before.toString()) + points(words.slice(0, lead));
  const trimmed = words.trim();
  return { words: trimmed.replace(/\s+/g, " "), at: `${start}-${start + points(trimmed)}` };
}

/** Count code points, as the record does; a string counts halves of some. */
function points(words: string): number {
  return [...words].length;
}
