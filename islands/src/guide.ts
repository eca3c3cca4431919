/** The guided look opens by itself with the sample case, until somebody has had enough of it. */

import { button, html } from "./svg";

const ENOUGH = "onrecord-look";

/** Open it, unless it was dismissed for good, and offer to dismiss it. */
export function guide(look: HTMLDetailsElement): void {
  if (!("sample" in look.dataset) || localStorage.getItem(ENOUGH)) return;
  look.open = true;
  const buttons = html(
    "p",
    { class: "buttons" },
    button("Do not show this by itself again", () => {
      localStorage.setItem(ENOUGH, "yes");
      look.open = false;
      buttons.remove();
      look.querySelector("summary")?.focus();
    }),
  );
  look.querySelector(".look")?.append(buttons);
}
