/** Walking a document from statement to statement, and the note that belongs to a mark. */

import { on } from "../page";
import { html } from "../svg";

const FIRST = "#walk-first"; // in an address: begin with the first statement of this part
const LAST = "#walk-last";

/** The statement that a mark, or a piece of one, is of. */
export function statementOf(mark: Element): string {
  return mark.id || mark.getAttribute("data-of") || "";
}

/** The note beside the text that belongs to a statement; none where it stands in an earlier part. */
export function noteOf(statement: string): HTMLElement | null {
  return document.getElementById(`note-${statement}`);
}

/** Keys lead from mark to mark; what is reached is told by its note. */
export class Walk {
  private readonly marks: HTMLElement[];
  private readonly place = html("output", { "aria-hidden": "true" });
  private at = -1;

  /** `act` is called with a statement on which Enter is pressed. */
  constructor(private readonly act: (statement: string) => void) {
    this.marks = [...document.querySelectorAll<HTMLElement>("mark[data-n]")];
    if (this.marks.length === 0) return;
    this.help();
    on(document, "keydown", (event) => this.key(event));
    this.hover();
    if (location.hash === FIRST) this.go(0);
    else if (location.hash === LAST) this.go(this.marks.length - 1);
    else this.at = this.marks.findIndex((mark) => `#${mark.id}` === location.hash);
    this.tell();
  }

  private key(event: KeyboardEvent): void {
    const writes =
      event.target instanceof HTMLElement && event.target.closest("input,textarea,select,.panel");
    if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, n: 1, k: -1, p: -1 }[event.key.toLowerCase()];
    if (step !== undefined) {
      event.preventDefault();
      this.step(step);
    } else if (event.key === "Enter" && document.activeElement === this.marks[this.at]) {
      event.preventDefault();
      this.act(this.marks[this.at]?.id ?? "");
    }
  }

  private step(by: number): void {
    const from = this.at >= 0 ? this.at + by : this.nearest(by);
    if (from >= 0 && from < this.marks.length) {
      this.go(from);
      return;
    }
    const beyond = document.querySelector<HTMLAnchorElement>(
      by > 0 ? ".pager a[rel=next]" : ".pager a[rel=prev]",
    );
    if (beyond) location.assign(beyond.href + (by > 0 ? FIRST : LAST));
  }

  /** Where nobody walked yet: the first mark that is in sight, or the last before it. */
  private nearest(by: number): number {
    const below = this.marks.findIndex((mark) => mark.getBoundingClientRect().bottom > 0);
    if (below < 0) return by > 0 ? 0 : this.marks.length - 1;
    return by > 0 ? below : below - 1;
  }

  private go(to: number): void {
    const before = this.marks[this.at];
    const mark = this.marks[to];
    if (!mark) return;
    if (before) this.light(before, "here", false);
    this.at = to;
    const folded = mark.closest("details");
    if (folded) folded.open = true;
    mark.tabIndex = -1;
    mark.setAttribute("aria-describedby", `note-${mark.id}`);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    this.light(mark, "here", true);
    this.tell();
  }

  private light(mark: Element, name: string, lit: boolean): void {
    const statement = statementOf(mark);
    for (const one of [document.getElementById(statement), noteOf(statement)])
      one?.classList.toggle(name, lit);
  }

  /** A mark under the pointer shows its note, and a note its mark. */
  private hover(): void {
    const where = document.querySelector<HTMLElement>(".document");
    let lit: Element | null = null;
    if (!where) return;
    on(where, "mouseover", (event) => {
      const over = event.target instanceof Element ? event.target : null;
      const note = over?.closest(".note");
      const mark =
        over?.closest("mark") ??
        (note ? document.getElementById(note.id.replace(/^note-/, "")) : null);
      if (mark === lit) return;
      if (lit) this.light(lit, "over", false);
      if (mark) this.light(mark, "over", true);
      lit = mark;
    });
  }

  private help(): void {
    const keys = html("div", { class: "walk", role: "group", "aria-label": "Statements" });
    for (const [key, words, act] of [
      ["k", "before", () => this.step(-1)],
      ["j", "next", () => this.step(1)],
    ] as const) {
      const button = html("button", { type: "button" }, html("kbd", {}, key), ` ${words}`);
      button.addEventListener("click", act);
      keys.append(button);
    }
    keys.append(this.place);
    document.querySelector("main")?.append(keys);
  }

  private tell(): void {
    const all = this.marks.length;
    this.place.value = this.at < 0 ? `${all} here` : `${this.at + 1} of ${all}`;
  }
}
