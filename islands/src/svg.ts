/** Making pieces of a picture: elements with attributes, and nothing that is read as mark-up. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number>;

/** Make an SVG element with attributes and children. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  set(made, attributes);
  made.append(...inside);
  return made;
}

/** Make an HTML element with attributes and children. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  set(made, attributes);
  made.append(...inside);
  return made;
}

/** Set attributes; numbers are written to a tenth of a pixel. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(
      name,
      typeof value === "number" ? `${Math.round(value * 10) / 10}` : value,
    );
  }
}

/** Make a button that says what it does. */
export function button(words: string, act: () => void): HTMLButtonElement {
  const made = html("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}
