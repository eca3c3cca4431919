/** The timeline looked at closer: the page's own picture, drawn anew for a part of its axis. */

import { type ZoomTransform, zoomIdentity } from "d3-zoom";
import { ALONG_TIME, closer } from "../closer";
import { html, svg } from "../svg";
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
  private bottom: number;
  private readonly marks: Map<number, Mark[]>;
  private readonly lanes: SVGGElement[];
  private readonly ticks = svg("g", {});
  /** Tracks that each lane was seen to need since one last looked closer or wider. */
  private needed: number[] = [];
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
    const looking = closer(root, {
      width: this.width,
      height: this.bottom,
      closest: CLOSEST / this.axis.perDay,
      ways: ALONG_TIME,
      show: (transform) => this.show(transform),
    });
    this.holdNames();
    const most = this.mostOf();
    if (most) {
      looking.lookBetween(...most);
      looking.bar.append(html("small", {}, "opened where most dates lie: All shows every one"));
    }
  }

  /** Give the stretch with eight dates of ten, where it is a small part of the picture. */
  private mostOf(): [number, number] | null {
    const places = [...this.marks.values()]
      .flat()
      .flatMap(({ low, high, count }) => {
        const day = Number.isNaN(low) ? high : Number.isNaN(high) ? low : (low + high) / 2;
        return Array<number>(count).fill(this.axis.place(day));
      })
      .sort((a, b) => a - b);
    const from = places[Math.floor(places.length * 0.1)];
    const to = places[Math.ceil(places.length * 0.9) - 1];
    if (from === undefined || to === undefined || to - from > this.width / 3) return null;
    const beside = Math.max(4, (to - from) * 0.25);
    return [Math.max(0, from - beside), Math.min(this.width, to + beside)];
  }

  /** Keep the names of lanes in sight where the picture is wider than the screen. */
  private holdNames(): void {
    const region = this.root.closest<HTMLElement>(".scroll");
    if (!region) return;
    const hold = () => {
      const [picture, seen] = [this.root.getBoundingClientRect(), region.getBoundingClientRect()];
      const hidden = Math.max(0, seen.left - picture.left) * (this.width / picture.width);
      for (const lane of this.lanes) {
        lane.querySelector(".lane-name")?.setAttribute("x", `${Math.round(hidden) + 4}`);
      }
    };
    region.addEventListener("scroll", hold, { passive: true });
    window.addEventListener("resize", hold, { passive: true });
    hold();
  }

  private show(transform: ZoomTransform): void {
    // Lanes grow while one goes along, and shrink only with the scale: nothing jumps under a hand.
    if (transform.k !== this.now.k) this.needed = [];
    this.now = transform;
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  private readonly x = (day: number): number => this.now.applyX(this.axis.place(day));

  private isSeen(from: number, to: number): boolean {
    return to > -BEYOND && from < this.width + BEYOND;
  }

  private draw(): void {
    const first = this.lanes[0];
    let top = first ? Number(first.dataset.y) : this.bottom;
    this.lanes.forEach((lane, number) => {
      for (const old of lane.querySelectorAll(":scope > a")) old.remove();
      const tracks = this.drawLane(lane, this.marks.get(number) ?? []);
      const most = Math.max(this.needed[number] ?? 1, tracks);
      this.needed[number] = most;
      lane.setAttribute("transform", `translate(0 ${top - Number(lane.dataset.y)})`);
      top += Math.min(Number(lane.dataset.height), LANE_HEAD + most * TRACK + 10);
    });
    this.bottom = top;
    this.root.setAttribute("viewBox", `0 0 ${this.width} ${top + 8}`);
    this.drawAxis();
  }

  /** Draw the marks that are seen; gives how many tracks they take. */
  private drawLane(lane: SVGGElement, marks: readonly Mark[]): number {
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
    return ends.length;
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
