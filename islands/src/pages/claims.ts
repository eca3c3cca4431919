/** The table of claims is chosen from while somebody types; the address follows. */

import { live } from "../live";

const form = document.querySelector<HTMLFormElement>("form[data-live]");
if (form) {
  live(
    form,
    (data, signal) => {
      const asked = new URLSearchParams();
      for (const [key, value] of data) {
        if (typeof value === "string" && value && !(key === "order" && value === "support")) {
          asked.set(key, value);
        }
      }
      const address = asked.size ? `${form.action}?${asked}` : form.action;
      history.replaceState(null, "", address);
      return fetch(address, { signal });
    },
    () => {},
    250,
  );
}
