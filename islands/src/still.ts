/** Stands in for what d3-zoom wants of d3-transition and d3-interpolate: nothing here flies from one
 * view to another, whoever asked for reduced motion or not, and the pages are 35 kB lighter. */

import { selection } from "d3-selection";

selection.prototype.interrupt = function interrupted<T>(this: T): T {
  return this;
};

/** Nothing is under way that could be interrupted. */
export function interrupt(): void {}

/** A flight would be worked out by this; there is none. */
export const interpolateZoom = null;
