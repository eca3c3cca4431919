/** Both clocks as sliders over the days on which the record changed, which the page has as lists
 * of what its two fields offer. Moving one leads to the same page as of that day. */

import { html } from "./svg";

const SETTLED = 450; // milliseconds after which a slider that moved is taken to have arrived
const NOW = "now";
const LEFT = "onrecord-clock"; // which slider led to this page, so that one can go on with it

/** Put a slider beside each field of the form. */
export function clocks(form: HTMLFormElement): void {
  let waiting = 0;
  for (const field of form.querySelectorAll<HTMLInputElement>("input[list]")) {
    const days = [...(field.list?.options ?? [])].map((option) => option.value);
    if (days.length < 2) continue;
    const slider = sliderFor(field, days);
    slider.addEventListener("change", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        sessionStorage.setItem(LEFT, field.name);
        form.requestSubmit();
      }, SETTLED);
    });
    goOn(form, field, slider);
  }
}

function sliderFor(field: HTMLInputElement, days: string[]): HTMLInputElement {
  const label = field.closest("label");
  const words = (label?.textContent ?? "").trim();
  const slider = html("input", { type: "range", min: 0, max: days.length, step: 1 });
  slider.value = String(placeOf(field.value, days));
  slider.setAttribute("aria-label", `${words}, day by day`);
  slider.setAttribute("aria-valuetext", field.value || NOW);
  field.placeholder = NOW;
  slider.addEventListener("input", () => {
    field.value = days[Number(slider.value)] ?? "";
    slider.setAttribute("aria-valuetext", field.value || NOW);
  });
  const beside = html("div", { class: "days" });
  label?.replaceWith(beside);
  if (label) beside.append(label, slider);
  return slider;
}

/** Give the place of the last day that is not after the one in the field; the end for none. */
function placeOf(value: string, days: string[]): number {
  if (!value) return days.length;
  return Math.max(
    0,
    days.findLastIndex((day) => day <= value || day.startsWith(value)),
  );
}

/** Give the focus back to the slider that led here. */
function goOn(form: HTMLFormElement, field: HTMLInputElement, slider: HTMLInputElement): void {
  if (sessionStorage.getItem(LEFT) !== field.name) return;
  sessionStorage.removeItem(LEFT);
  const around = form.closest("details");
  if (around) around.open = true;
  slider.focus({ preventScroll: true });
}
