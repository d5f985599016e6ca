import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * Waits for the page's data to be read. RemixBrowser suspends on its first call until it has been, and a key pressed
 * while React hydrates a root that is suspended ends in React's error 345: so that first call is made here.
 */
async function dataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (suspended) {
    if (suspended instanceof Promise) await suspended;
  }
}

void dataIsRead().then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
});
