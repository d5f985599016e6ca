// `npm test`: everything, or what the arguments name (`npm test -- --project unit geo`). The last line is the count.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureBuilt } from "../app/server/build.js";
import { ensureChromium } from "./support/chromium.js";
import { closingLine, skippedTests, tallyOf } from "./support/tally.js";

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-tests-"));
const reportFile = join(folder, "report.json");

/** @returns {Promise<{ exitCode: number, report: import("./support/tally.js").Report | null }>} */
async function runVitest() {
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const child = spawn(process.execPath, [vitest, "run", ...reporting, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const exitCode = await new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => {
      resolve(code ?? 1);
    });
  });
  try {
    /** @type {import("./support/tally.js").Report} */
    const report = JSON.parse(readFileSync(reportFile, "utf8"));
    return { exitCode, report };
  } catch {
    return { exitCode, report: null };
  }
}

async function run() {
  await ensureBuilt();
  const chromium = ensureChromium();
  if (chromium.path === null) console.log(`The browser tests are skipped: ${chromium.reason}.`);
  const { exitCode, report } = await runVitest();
  if (report === null) console.log("The test runner ended without a report.");
  for (const name of skippedTests(report)) console.log(`skipped: ${name}`);
  return tallyOf(report, exitCode);
}

const tally = await run().catch((/** @type {unknown} */ error) => {
  console.error(error);
  return { passed: 0, failed: 1, skipped: 0 };
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = tally.failed > 0 ? 1 : 0;
console.log(closingLine(tally));
