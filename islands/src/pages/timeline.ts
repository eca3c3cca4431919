/** The timeline looked at closer: the page's own picture, drawn anew for a part of its axis. */

import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { button, html, svg } from "../svg";
import { Axis } from "../timeline/axis";
import { drawn, placed } from "../timeline/glyphs";
import { type Mark, marksOf } from "../timeline/marks";

const CLOSEST = 40; // pixels of a day where no closer look is of use
const STEP = 1.7;
const LANE_HEAD = 26;
const TRACK = 19;
const BEYOND = 40; // pixels outside the picture in which marks are drawn still

class Picture {
  private readonly axis: Axis;
  private readonly width: number;
  private readonly bottom: number;
  private readonly marks: Map<number, Mark[]>;
  private readonly lanes: SVGGElement[];
  private readonly ticks = svg("g", {});
  private now: ZoomTransform = zoomIdentity;
  private asked = 0;

  constructor(
    private readonly root: SVGSVGElement,
    table: HTMLTableElement,
  ) {
    this.axis = new Axis(root.dataset.stops ?? "");
    this.marks = marksOf(table);
    this.width = root.viewBox.baseVal.width;
    this.bottom = root.viewBox.baseVal.height - 8;
    this.lanes = [...root.querySelectorAll<SVGGElement>("g.lane")];
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, Math.max(1, CLOSEST / this.axis.perDay)])
      .translateExtent([
        [0, 0],
        [this.width, this.bottom],
      ])
      .filter(isOurs)
      .on("zoom", ({ transform }: { transform: ZoomTransform }) => this.show(transform));
    const picture = select(root).call(zooming).on("dblclick.zoom", null);
    const closer = (by: number) => picture.call(zooming.scaleBy, by);
    const along = (by: number) =>
      picture.call(zooming.translateBy, (by * this.width) / this.now.k, 0);
    const all = () => picture.call(zooming.transform, zoomIdentity);
    this.controls(closer, along, all);
  }

  /** Offer by button and by key what the pointer can do. */
  private controls(
    closer: (by: number) => void,
    along: (by: number) => void,
    all: () => void,
  ): void {
    const acts: [string, string[], () => void][] = [
      ["Closer", ["+", "="], () => closer(STEP)],
      ["Wider", ["-"], () => closer(1 / STEP)],
      ["Earlier", ["ArrowLeft"], () => along(0.3)],
      ["Later", ["ArrowRight"], () => along(-0.3)],
      ["All", ["0"], all],
    ];
    const region = this.root.closest<HTMLElement>(".scroll");
    const bar = html("div", { class: "bar", role: "toolbar", "aria-label": "Look closer" });
    for (const [words, , act] of acts) bar.append(button(words, act));
    bar.append(html("small", {}, "or drag, and turn the wheel with Ctrl held; keys + − ← → 0"));
    region?.before(bar);
    region?.addEventListener("keydown", (event) => {
      const act = acts.find(([, keys]) => keys.includes(event.key))?.[2];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
  }

  private show(transform: ZoomTransform): void {
    this.now = transform;
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  private readonly x = (day: number): number => this.now.applyX(this.axis.place(day));

  private isSeen(from: number, to: number): boolean {
    return to > -BEYOND && from < this.width + BEYOND;
  }

  private draw(): void {
    this.drawAxis();
    this.lanes.forEach((lane, number) => {
      for (const old of lane.querySelectorAll(":scope > a")) old.remove();
      this.drawLane(lane, this.marks.get(number) ?? []);
    });
  }

  private drawLane(lane: SVGGElement, marks: readonly Mark[]): void {
    const y = Number(lane.dataset.y);
    const tracks = Math.max(1, Math.floor((Number(lane.dataset.height) - LANE_HEAD - 10) / TRACK));
    const ends: number[] = [];
    let left = 0;
    for (const glyph of placed(marks, this.x)) {
      if (!this.isSeen(glyph.from, glyph.to)) continue;
      const side = glyph.from === glyph.to ? 9 : 3;
      const free = ends.findIndex((end) => end < glyph.from - side);
      const track = free < 0 ? ends.length : free;
      if (track >= tracks) {
        left += 1;
        continue;
      }
      ends[track] = glyph.to + side;
      lane.append(drawn(glyph, y + LANE_HEAD + track * TRACK + TRACK / 2, this.x));
    }
    const told = lane.querySelector(".lane-name tspan");
    if (told) told.textContent = left ? ` (and ${left} more in the list)` : "";
  }

  private drawAxis(): void {
    for (const old of this.root.querySelectorAll(
      ":scope > .tick, :scope > .tick-label, :scope > .fold",
    )) {
      old.remove();
    }
    const [from, to] = [this.now.invertX(0), this.now.invertX(this.width)];
    const pieces: SVGElement[] = [];
    for (const tick of this.axis.ticks(from, to, this.now.k)) {
      const x = this.x(tick.day);
      const strong = tick.strong ? " strong" : "";
      pieces.push(
        svg("line", { class: `tick${strong}`, x1: x, x2: x, y1: 28, y2: this.bottom }),
        svg(
          "text",
          { class: `tick-label${strong}`, x, y: 20, "text-anchor": "middle" },
          tick.label,
        ),
      );
    }
    for (const day of this.axis.folds) {
      const d = `M${this.x(day) - 3} 26 l6 5 l-6 5 l6 5 V${this.bottom}`;
      const told = "Nothing is dated here; this stretch is drawn short";
      pieces.push(svg("path", { class: "fold", d }, svg("title", {}, told)));
    }
    this.ticks.replaceChildren(...pieces);
    this.lanes[0]?.before(this.ticks);
  }
}

/** A finger scrolls the page and a wheel too: two fingers, or Ctrl held, look closer. */
function isOurs(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent)
    return event.touches.length > 1;
  return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
}

const root = document.querySelector<SVGSVGElement>("svg[data-stops]");
const table = document.querySelector<HTMLTableElement>("table.marks");
if (root && table) new Picture(root, table);
