/** Keys for what stands on the page: `data-key` on a button or a link names the key that presses it. */

import { on } from "../page";

on(document, "keydown", (event) => {
  const target = event.target;
  if (target instanceof HTMLElement && target.closest("input,textarea,select")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const named = CSS.escape(event.key);
  const pressed = document.querySelector<HTMLElement>(`[data-key="${named}"]`);
  if (pressed) {
    event.preventDefault();
    pressed.click();
  }
});
