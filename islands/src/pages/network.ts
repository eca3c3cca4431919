/** The network taken in hand: looked at closer, nodes moved, one node brought out among many. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { pointer } from "d3-selection";
import { type ZoomTransform, zoomIdentity } from "d3-zoom";
import { closer, EVERYWHERE } from "../closer";
import { type Line, type Node, putLine, putNode, readPicture } from "../network/lines";
import { html, svg } from "../svg";

const CLOSEST = 6;
const MOVED = 4; // pixels after which a press is a move, not a click
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

class Network {
  private readonly nodes: Node[];
  private readonly lines: Line[];
  private readonly inside = svg("g", {});
  private readonly forces;
  private now: ZoomTransform = zoomIdentity;
  private readonly around = html("a", { class: "around" });

  constructor(private readonly root: SVGSVGElement) {
    ({ nodes: this.nodes, lines: this.lines } = readPicture(root));
    this.inside.append(...root.querySelectorAll(":scope > g"));
    root.append(this.inside);
    this.forces = forceSimulation(this.nodes)
      .force("apart", forceManyBody().strength(-120).distanceMax(240))
      .force("joined", forceLink<Node, Line>(this.lines).distance(110).strength(0.15))
      .force("names", forceCollide(26))
      .force("x", forceX<Node>((node) => node.home.x).strength(0.12))
      .force("y", forceY<Node>((node) => node.home.y).strength(0.12))
      .on("tick", () => this.put())
      .stop();
    const { width, height } = root.viewBox.baseVal;
    const { bar, lookAt } = closer(root, {
      width,
      height,
      closest: CLOSEST,
      ways: EVERYWHERE,
      show: (transform) => {
        this.now = transform;
        this.inside.setAttribute("transform", transform.toString());
      },
    });
    bar.prepend(this.choice(lookAt));
    this.seeMiddle();
    for (const node of this.nodes) this.hold(node);
  }

  /** On a narrow screen let whom the picture is of be seen first, or else its middle. */
  private seeMiddle(): void {
    const region = this.root.closest<HTMLElement>(".scroll");
    if (!region) return;
    const of = this.root.querySelector(".node.middle") ?? this.root;
    const [seen, box] = [region.getBoundingClientRect(), of.getBoundingClientRect()];
    region.scrollLeft += box.left + box.width / 2 - (seen.left + seen.width / 2);
  }

  /** Offer the names: whoever is chosen is brought out with all their lines. */
  private choice(lookAt: (x: number, y: number) => void): HTMLElement {
    const select = html("select", {}, html("option", { value: "" }, "everybody"));
    const named = this.nodes.map((node, number) => ({ node, number }));
    named.sort((a, b) => a.node.name.localeCompare(b.node.name));
    for (const { node, number } of named) {
      select.append(html("option", { value: number }, node.name));
    }
    select.addEventListener("change", () => {
      const node = select.value ? (this.nodes[Number(select.value)] ?? null) : null;
      this.bringOut(node);
      if (!node) return;
      lookAt(node.x, node.y);
      node.element.scrollIntoView({ block: "nearest", inline: "center" });
    });
    this.around.hidden = true;
    return html("span", { class: "choice" }, html("label", {}, "Bring out ", select), this.around);
  }

  private bringOut(node: Node | null): void {
    const kept = new Set<Element>();
    for (const line of node?.lines ?? []) {
      kept.add(line.element);
      kept.add(line.source.element);
      kept.add(line.target.element);
    }
    for (const { element } of [...this.nodes, ...this.lines]) {
      element.classList.toggle("back", node !== null && !kept.has(element));
      element.classList.toggle("out", element === node?.element);
    }
    const page = node?.element.querySelector<SVGAElement>("a")?.dataset.focus;
    this.around.hidden = !page;
    if (node && page) {
      this.around.href = page;
      this.around.textContent = `The part around ${node.name}`;
    }
  }

  /** Let a node be moved; the others make room where motion is wanted. */
  private hold(node: Node): void {
    let began: [number, number] | null = null;
    let moved = false;
    node.element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      began = [event.clientX, event.clientY];
      moved = false;
    });
    // The picture would be dragged along.
    node.element.addEventListener("mousedown", (event) => event.stopPropagation());
    node.element.addEventListener("dragstart", (event) => event.preventDefault());
    // A quick hand has left the node with its first move: the window is what hears of it.
    const move = (event: PointerEvent): void => {
      if (!began) return;
      const far = Math.hypot(event.clientX - began[0], event.clientY - began[1]);
      if (!moved && far < MOVED) return;
      if (!moved) node.element.setPointerCapture(event.pointerId);
      moved = true;
      [node.fx, node.fy] = this.now.invert(pointer(event, this.root));
      if (STILL) {
        [node.x, node.y] = [node.fx, node.fy];
        this.put();
      } else this.forces.alphaTarget(0.2).restart();
    };
    const end = (): void => {
      if (!began) return;
      began = null;
      this.forces.alphaTarget(0);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
    node.element.addEventListener("click", (event) => moved && event.preventDefault(), true);
  }

  private put(): void {
    this.nodes.forEach(putNode);
    this.lines.forEach(putLine);
  }
}

const root = document.querySelector<SVGSVGElement>("svg[data-network]");
if (root) new Network(root);
