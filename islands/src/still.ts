/** Stands in for d3-transition, of which d3-zoom needs no more than this: nothing here moves by
 * itself, whoever asked for reduced motion or not, and the pages are 25 kB lighter. */

import { selection } from "d3-selection";

selection.prototype.interrupt = function interrupted<T>(this: T): T {
  return this;
};

/** Nothing is under way that could be interrupted. */
export function interrupt(): void {}
