import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./chromium.js";

// Chromium's own errands (updates, field trials) would show as requests to other hosts.
const quietChromium = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  "--no-first-run",
];

/** Starts Chromium. Throws when there is none: ask `findChromium()` first. */
export function launchChromium(moreArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium here.");
  // Its sandbox needs an ordinary user.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...quietChromium, ...asRoot, ...moreArguments] });
}
