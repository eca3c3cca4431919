/** Looking closer at a picture: by buttons, keys, dragging, and the wheel with Ctrl held. */

import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { button, html } from "./svg";

const STEP = 1.7;
const ALONG = 0.3;

export interface Looked {
  /** The picture's size in its own units: nothing beyond it is looked at. */
  readonly width: number;
  readonly height: number;
  readonly closest: number;
  readonly ways: readonly Way[];
  readonly show: (transform: ZoomTransform) => void;
}

/** Where one can go besides closer and wider: a word, the key, and the step aside and down. */
export interface Way {
  readonly word: string;
  readonly key: string;
  readonly aside: number;
  readonly down: number;
}

export const ALONG_TIME: readonly Way[] = [
  { word: "Earlier", key: "ArrowLeft", aside: ALONG, down: 0 },
  { word: "Later", key: "ArrowRight", aside: -ALONG, down: 0 },
];

export const EVERYWHERE: readonly Way[] = [
  { word: "Left", key: "ArrowLeft", aside: ALONG, down: 0 },
  { word: "Right", key: "ArrowRight", aside: -ALONG, down: 0 },
  { word: "Up", key: "ArrowUp", aside: 0, down: ALONG },
  { word: "Down", key: "ArrowDown", aside: 0, down: -ALONG },
];

/** The bar with the buttons, and the way to look at a place of the picture. */
export interface Closer {
  readonly bar: HTMLElement;
  readonly lookAt: (x: number, y: number) => void;
  /** Look at what lies between two places across, from top to bottom. */
  readonly lookBetween: (from: number, to: number) => void;
}

/** Let a picture be looked at closer. */
export function closer(root: SVGSVGElement, looked: Looked): Closer {
  const { width, height } = looked;
  let now = zoomIdentity;
  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, Math.max(1, looked.closest)])
    .translateExtent([
      [0, 0],
      [width, height],
    ])
    .filter(isOurs)
    .on("zoom", ({ transform }: { transform: ZoomTransform }) => {
      now = transform;
      looked.show(transform);
    });
  const picture = select(root).call(zooming).on("dblclick.zoom", null);
  const acts: [string, string[], () => void][] = [
    ["Closer", ["+", "="], () => picture.call(zooming.scaleBy, STEP)],
    ["Wider", ["-"], () => picture.call(zooming.scaleBy, 1 / STEP)],
    ...looked.ways.map(({ word, key, aside, down }): [string, string[], () => void] => [
      word,
      [key],
      () => picture.call(zooming.translateBy, (aside * width) / now.k, (down * height) / now.k),
    ]),
    ["All", ["0"], () => picture.call(zooming.transform, zoomIdentity)],
  ];
  const bar = html("div", { class: "bar", role: "toolbar", "aria-label": "Look closer" });
  for (const [words, , act] of acts) bar.append(button(words, act));
  bar.append(
    html("small", {}, "or drag, and turn the wheel with Ctrl held; keys + − 0 and arrows"),
  );
  const region = root.closest<HTMLElement>(".scroll");
  region?.before(bar);
  region?.addEventListener("keydown", (event) => {
    const act = acts.find(([, keys]) => keys.includes(event.key))?.[2];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  return {
    bar,
    lookAt: (x, y) => picture.call(zooming.translateTo, x, y),
    lookBetween: (from, to) => {
      const k = Math.min(Math.max(1, looked.closest), width / Math.max(1, to - from));
      picture.call(zooming.transform, zoomIdentity.scale(k).translate(-from, 0));
    },
  };
}

/** A finger scrolls the page and a wheel too: two fingers, or Ctrl held, look closer. */
function isOurs(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent) {
    return event.touches.length > 1;
  }
  return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
}
