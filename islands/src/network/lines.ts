/** Nodes and lines as the page has drawn them, and where a line goes when its ends are moved: the
 * rules of the page's own picture (show/graph.py). */

import type { SimulationNodeDatum } from "d3-force";
import { set } from "../svg";

const RADIUS = 7;
const GAP = 4;
const BEND = 26;

export interface Node extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly home: { readonly x: number; readonly y: number };
  readonly element: SVGGElement;
  readonly name: string;
  readonly lines: Line[];
}

export interface Line {
  readonly source: Node;
  readonly target: Node;
  readonly bent: boolean;
  readonly element: SVGAElement;
}

/** Read the picture. */
export function readPicture(root: SVGSVGElement): { nodes: Node[]; lines: Line[] } {
  const nodes = [...root.querySelectorAll<SVGGElement>("g.node")].map((element): Node => {
    const { e: x, f: y } = element.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return { x, y, home: { x, y }, element, name: element.dataset.name ?? "", lines: [] };
  });
  const lines: Line[] = [];
  for (const element of root.querySelectorAll<SVGAElement>("a.line")) {
    const source = nodes[Number(element.dataset.from)];
    const target = nodes[Number(element.dataset.to)];
    if (!source || !target) continue;
    const line = { source, target, bent: "bent" in element.dataset, element };
    lines.push(line);
    source.lines.push(line);
    if (source !== target) target.lines.push(line);
  }
  return { nodes, lines };
}

/** Put a node where it is now. */
export function putNode(node: Node): void {
  node.element.setAttribute("transform", `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`);
}

/** Draw a line between where its ends are now. */
export function putLine({ source, target, bent, element }: Line): void {
  if (source === target) {
    putLoop(source, element);
    return;
  }
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const long = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / long, dy / long];
  const reach = Math.min(RADIUS + GAP, long / 3);
  const bend = bent ? BEND : 0;
  const mx = (source.x + target.x) / 2 + uy * bend;
  const my = (source.y + target.y) / 2 - ux * bend;
  const [x1, y1] = [source.x + ux * reach, source.y + uy * reach];
  const [x2, y2] = [target.x - ux * (reach + GAP), target.y - uy * (reach + GAP)];
  draw(
    element,
    `M${x1} ${y1} Q${mx} ${my} ${x2} ${y2}`,
    (x1 + 2 * mx + x2) / 4,
    (y1 + 2 * my + y2) / 4,
  );
}

function putLoop({ x, y }: Node, element: SVGAElement): void {
  const wide = 2 * RADIUS;
  draw(element, `M${x - RADIUS} ${y} c-34 -44 ${wide + 68} -44 ${wide} 0`, x, y - 34);
}

function draw(element: SVGAElement, path: string, x: number, y: number): void {
  for (const one of element.querySelectorAll("path")) one.setAttribute("d", path);
  const word = element.querySelector("text");
  if (word) set(word, { x, y: y + 3 }); // a word that had no room is in the title
}
