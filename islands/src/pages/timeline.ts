/** The timeline looked at closer: the page's own picture, drawn anew for a part of its axis. */

import { type ZoomTransform, zoomIdentity } from "d3-zoom";
import { ALONG_TIME, closer } from "../closer";
import { svg } from "../svg";
import { Axis } from "../timeline/axis";
import { drawn, placed } from "../timeline/glyphs";
import { type Mark, marksOf } from "../timeline/marks";

const CLOSEST = 40; // pixels of a day where no closer look is of use
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
    closer(root, {
      width: this.width,
      height: this.bottom,
      closest: CLOSEST / this.axis.perDay,
      ways: ALONG_TIME,
      show: (transform) => this.show(transform),
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

const root = document.querySelector<SVGSVGElement>("svg[data-stops]");
const table = document.querySelector<HTMLTableElement>("table.marks");
if (root && table) new Picture(root, table);
