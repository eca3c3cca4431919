/** How dates are placed and drawn: the rules of the page's own picture (show/drawing.py). */

import { svg } from "../svg";
import type { Mark } from "./marks";

const CROWDED = 9; // days nearer than this in pixels are one mark: a finger cannot tell them apart
const ARROW = 26; // what an end without a bound takes
const HAIR = 3; // a sure stretch narrower than this would look like a mark of its own
const LEAST = 7;

/** A date, or several days that lie together, at a place. */
export interface Glyph {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly [Mark, ...Mark[]];
}

/** Place the dates of a lane: days in crowds, stretches each by itself; the leftmost first. */
export function placed(marks: readonly Mark[], x: (day: number) => number): Glyph[] {
  const glyphs: Glyph[] = [];
  let crowd: [Mark, ...Mark[]] | null = null;
  for (const mark of marks.filter((one) => one.day).sort((a, b) => a.low - b.low)) {
    if (crowd && x(mark.low) - x(crowd[0].low) < CROWDED) crowd.push(mark);
    else {
      if (crowd) glyphs.push(point(crowd, x));
      crowd = [mark];
    }
  }
  if (crowd) glyphs.push(point(crowd, x));
  for (const mark of marks.filter((one) => !one.day)) {
    const from = Number.isNaN(mark.low) ? x(mark.high) - ARROW : x(mark.low);
    const to = Number.isNaN(mark.high) ? x(mark.low) + ARROW : x(mark.high);
    glyphs.push({ from, to: Math.max(to, from + LEAST), marks: [mark] });
  }
  return glyphs.sort((a, b) => a.from - b.from || a.to - b.to);
}

function point(crowd: [Mark, ...Mark[]], x: (day: number) => number): Glyph {
  const at = x(crowd[0].low);
  return { from: at, to: at, marks: crowd };
}

/** Draw one; a link to the list, called by its lane, its date and how many entries it has. */
export function drawn(glyph: Glyph, y: number, x: (day: number) => number): SVGAElement {
  const [first] = glyph.marks;
  const last = glyph.marks[glyph.marks.length - 1] ?? first;
  const count = glyph.marks.reduce((sum, mark) => sum + mark.count, 0);
  const when = last === first ? first.when : `${first.when} to ${last.when}`;
  const label = `${first.lane}, ${when}: ${count} ${count === 1 ? "entry" : "entries"}`;
  const pieces = first.day
    ? [svg("circle", { class: "point", cx: glyph.from, cy: y, r: radius(count) })]
    : stretch(glyph, first, y, x);
  return svg("a", { href: first.href, "aria-label": label }, svg("title", {}, label), ...pieces);
}

function radius(count: number): number {
  return Math.min(9, 4.5 + 0.9 * Math.sqrt(count - 1));
}

function stretch(glyph: Glyph, mark: Mark, y: number, x: (day: number) => number): SVGElement[] {
  const { from, to } = glyph;
  const pieces: SVGElement[] = [];
  const perhaps = mark.perhaps ? " perhaps" : "";
  const bar = (name: string, a: number, b: number, more: Record<string, string> = {}) =>
    svg("rect", { class: name, x: a, y: y - 4.5, width: b - a, height: 9, ...more });
  const fading = [mark.start === "a", mark.end === "a"] as const;
  if (fading[0] || fading[1]) {
    const mask = fading[0] && fading[1] ? "fade-both" : fading[0] ? "fade-in" : "fade-out";
    const widened = [from - (fading[0] ? 9 : 0), to + (fading[1] ? 9 : 0)] as const;
    pieces.push(bar("fading", ...widened, { mask: `url(#${mask})` }));
    if (mark.perhaps) pieces.push(bar("perhaps", from, to, { rx: "2" }));
  } else pieces.push(bar(`span${perhaps}`, from, to, { rx: "2" }));
  if (mark.sure) {
    const [low, high] = mark.sure;
    const a = Number.isNaN(low) ? x(high) - ARROW / 2 : x(low);
    const b = Number.isNaN(high) ? a + ARROW / 2 : x(high);
    if (b - a > HAIR) pieces.push(bar(`sure${perhaps}`, a, b));
  }
  return [...pieces, ...endAt(from, y, mark.start, -1), ...endAt(to, y, mark.end, 1)];
}

/** An arrow where no end is set, a question mark where it is not known. */
function endAt(x: number, y: number, end: Mark["end"], side: 1 | -1): SVGElement[] {
  if (end === "o") {
    const d = `M${x - 7 * side} ${y - 6} L${x + 2 * side} ${y} L${x - 7 * side} ${y + 6}`;
    return [svg("path", { class: "open", d })];
  }
  if (end === "u") {
    const line = { class: "unknown", x1: x, x2: x + 12 * side, y1: y, y2: y };
    const at = side === 1 ? x + 13 : x - 19;
    return [svg("line", line), svg("text", { class: "unknown-mark", x: at, y: y + 4 }, "?")];
  }
  return [];
}
