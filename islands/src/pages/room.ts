/** Comforts that every page of the room has. */

import { clocks } from "../clocks";
import { guide } from "../guide";
import { on } from "../page";

/** "/" leads to the search field, as in many readers; never while somebody writes. */
on(document, "keydown", (event) => {
  const field = document.querySelector<HTMLInputElement>("input[name=q]");
  const writes =
    event.target instanceof HTMLElement && event.target.closest("input,textarea,select");
  if (field && event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

const form = document.querySelector<HTMLFormElement>(".clocks form");
if (form) clocks(form);

const look = document.querySelector<HTMLDetailsElement>("details.guide");
if (look) guide(look);
