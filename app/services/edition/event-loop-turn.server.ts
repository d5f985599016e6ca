import { setImmediate } from "node:timers/promises";

// Long enough to be worth a turn of the event loop, short enough that a resident waiting for a page never notices.
const longestStretchMs = 8;

/** To be awaited between small pieces of long work in the serving process: lets other work in every few milliseconds. */
export function createTurn(): () => Promise<void> | undefined {
  let stretchBegan = performance.now();
  return () => {
    if (performance.now() - stretchBegan < longestStretchMs) return undefined;
    return setImmediate().then(() => {
      stretchBegan = performance.now();
    });
  };
}
