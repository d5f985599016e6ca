import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium: CHROMIUM_PATH where it is set, otherwise one of the usual places.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : null;
  return usualPlaces.find(isExecutable) ?? null;
}

/**
 * Finds a Chromium, or installs Debian's where that can be done without asking anybody (root and apt-get).
 * @returns {{ path: string } | { path: null, reason: string }}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return { path: found };
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "")
    return { path: null, reason: `CHROMIUM_PATH is ${named}, which cannot be run` };
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return { path: null, reason: "no Chromium was found; install one or set CHROMIUM_PATH" };
  }
  console.log("No Chromium found: installing Debian's with apt-get …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const { status } = spawnSync("apt-get", step, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0)
      return { path: null, reason: `no Chromium was found and "apt-get ${step.join(" ")}" failed` };
  }
  const installed = findChromium();
  return installed === null
    ? { path: null, reason: "no Chromium was found after installing it" }
    : { path: installed };
}
