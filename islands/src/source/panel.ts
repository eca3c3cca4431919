/** What can be done with words that somebody chose in a document: the page has the forms, hidden,
 * and this fills in which statements and people the words belong to. */

import { on } from "../page";
import { html } from "../svg";
import { ByHand } from "./byhand";
import { noteOf, statementOf } from "./walk";

const ACTOR = /\/people\/(act_[0-9a-f]+)(?:-\d+)?\.html/;
const FEW = 6;
const LONGEST = 400;

/** Show the panel for words that are chosen, or for a statement; none where nobody may decide. */
export class Panel {
  private readonly panel = document.getElementById("panel");
  private readonly byHand = new ByHand();

  constructor() {
    const panel = this.panel;
    if (!panel) return;
    const close = html("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", () => this.close());
    panel.prepend(close);
    on(document, "mouseup", (event) => this.chosen(event));
    on(document, "keyup", (event) => {
      if (event.key === "Escape") this.close();
      else if (event.shiftKey) this.chosen(event);
    });
  }

  /** Open the panel for one statement, as a key does. */
  statement(id: string): void {
    this.show([id], [], "");
    this.byHand.offer(null);
    this.panel?.querySelector<HTMLElement>("summary")?.focus();
  }

  private close(): void {
    if (this.panel) this.panel.hidden = true;
  }

  private chosen(event: Event): void {
    if (event.target instanceof Element && event.target.closest(".panel")) return;
    const selection = document.getSelection();
    const where = document.querySelector(".document");
    if (!selection || selection.isCollapsed || !where?.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    const around = within instanceof Element ? within : within.parentElement;
    const row = around?.closest(".row") ?? where;
    const marks = [...row.querySelectorAll("mark")].filter((mark) => range.intersectsNode(mark));
    const people = [...row.querySelectorAll<HTMLAnchorElement>("a.actor")];
    const words = selection.toString().replace(/\s+/g, " ").trim();
    this.show(
      [...new Set(marks.map(statementOf))].filter((id) => id.startsWith("sta_")),
      people.filter((one) => range.intersectsNode(one)),
      words.slice(0, LONGEST),
    );
    this.byHand.offer(range);
  }

  private show(statements: string[], people: HTMLAnchorElement[], words: string): void {
    const panel = this.panel;
    const list = panel?.querySelector("#of");
    if (!panel || !list) return;
    list.replaceChildren(
      ...statements.slice(0, FEW).map((id) => this.choice(id, words)),
      ...people.slice(0, FEW).map(whoIs),
      ...(words ? [sought(words)] : []),
    );
    for (const form of panel.querySelectorAll("details")) form.hidden = statements.length === 0;
    const all = panel.querySelector<HTMLElement>(".more");
    if (all) all.hidden = statements.length === 0;
    if (statements[0]) this.choose(statements[0], words);
    else if (words) this.tell("No statement was found in these words.");
    panel.hidden = false;
  }

  /** A button for each statement that the words belong to, named by whose it is. */
  private choice(id: string, words: string): HTMLLIElement {
    const mark = document.getElementById(id);
    const number = mark?.getAttribute("data-n") ?? "";
    const button = html("button", { type: "button" }, `Statement ${number}`);
    button.addEventListener("click", () => this.choose(id, words));
    return html("li", {}, button);
  }

  private choose(id: string, words: string): void {
    for (const field of this.panel?.querySelectorAll<HTMLInputElement>("input[name=about]") ?? [])
      field.value = id;
    const claim = this.panel?.querySelector<HTMLTextAreaElement>("textarea[name=value]");
    if (claim) {
      claim.value = words;
      const form = claim.closest("details");
      if (form) form.hidden = !id.startsWith("sta_"); // a reply is no side of a claim
    }
    const all = this.panel?.querySelector<HTMLAnchorElement>("#all");
    if (all) all.href = `/now/decide.html?about=${encodeURIComponent(id)}`;
    const number = document.getElementById(id)?.getAttribute("data-n") ?? "";
    const whose = noteOf(id)?.querySelector(".by")?.textContent?.trim() ?? "";
    this.tell(`Statement ${number}${whose ? `, ${whose}` : ""}`);
  }

  private tell(words: string): void {
    const chosen = this.panel?.querySelector("#chosen");
    if (chosen) chosen.textContent = words;
  }
}

function whoIs(mention: HTMLAnchorElement): HTMLLIElement {
  const id = ACTOR.exec(mention.href)?.[1] ?? "";
  const href = `/now/decide.html?about=${id}`;
  return html("li", {}, html("a", { href }, `Who is “${mention.textContent ?? ""}”?`));
}

function sought(words: string): HTMLLIElement {
  const q = encodeURIComponent(words);
  return html(
    "li",
    {},
    html("a", { href: `../search.html?q=${q}&by=meaning` }, "What else means this"),
  );
}
