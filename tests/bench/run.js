// `npm run bench`, or some of it: `npm run bench -- which-area api`. Figures, not verdicts: nothing here fails a build.
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { register } from "tsx/esm/api";
import { findChromium } from "../support/chromium.js";

register();

// As it is in use: React renders more slowly for whoever develops.
process.env["NODE_ENV"] = "production";

const root = dirname(dirname(import.meta.dirname));
const sharedData = join(root, "../shared/data");
const needsData = () => (existsSync(sharedData) ? null : "the open data of ../shared/data is not there");
const needsChromium = () => (findChromium() === null ? "there is no Chromium; set CHROMIUM_PATH" : null);

/** @type {{ name: string, file: string, run: string, title: string, reasonNotTo: () => string | null }[]} */
const benches = [
  {
    name: "which-area",
    file: "./which-area.ts",
    run: "benchWhichArea",
    title:
      "Which of 95 areas, answers a second: ours against which-polygon 2.2 in the same run (aim: ratio 1)",
    reasonNotTo: needsData,
  },
  {
    name: "api",
    file: "./api.ts",
    run: "benchApi",
    title:
      "API, 16 connections: ours against a bare Node server of the same bytes (aim: ratio 0.25, p99 under 10 ms)",
    reasonNotTo: needsData,
  },
  {
    name: "import",
    file: "./import-postcodes.ts",
    run: "benchImport",
    title:
      "Import of Code-Point Open (aim: under 32.5 s, half of postcodes.io's 65 s; peak memory under 400 MB)",
    reasonNotTo: needsData,
  },
  {
    name: "incidents",
    file: "./incidents.ts",
    run: "benchIncidents",
    title:
      "Incidents of four months put in 95 neighbourhoods, rows a second: in geo, ours against which-polygon 2.2 (aim: 50,000), and from the packed files to counts",
    reasonNotTo: needsData,
  },
  {
    name: "audit",
    file: "./audit.ts",
    run: "benchAudit",
    title: "Checking the audit record (aim: a million rows in under 10 s; no stretch over 100 ms)",
    reasonNotTo: () => null,
  },
  {
    name: "queue",
    file: "./queue.ts",
    run: "benchQueue",
    title: "A page of the queue of 10,000 concerns with its counts, on PostgreSQL (aim: p95 under 100 ms)",
    reasonNotTo: () => null,
  },
  {
    name: "abstraction",
    file: "./abstraction.ts",
    run: "benchAbstraction",
    title:
      "Abstractions of two years worked out from nothing, 180,000 duties and 40,000 entries on PostgreSQL (aim: under 10 s)",
    reasonNotTo: () => null,
  },
  {
    name: "overview",
    file: "./overview.ts",
    run: "benchOverview",
    title: "Overview of 103 neighbourhoods with eight cycles each (aim: p95 under 100 ms on PostgreSQL)",
    reasonNotTo: () => null,
  },
  {
    name: "priority-page",
    file: "./priority-page.ts",
    run: "benchPriorityPage",
    title:
      "Public page of a priority with two years of history, on PostgreSQL (aim: p95 under 60 ms, HTML under 25 kB gzipped)",
    reasonNotTo: () => null,
  },
  {
    name: "abstraction-dashboard",
    file: "./abstraction-dashboard.ts",
    run: "benchAbstractionDashboard",
    title:
      "Dashboard of the rates of 374 posts in two years, on PostgreSQL (aim: p95 under 150 ms; ten times the data at most three times that)",
    reasonNotTo: () => null,
  },
  {
    name: "tasking-live",
    file: "./tasking-live.ts",
    run: "benchTaskingLive",
    title:
      "30 screens on one live meeting, 200 actions given in a minute (aim: each on every screen within 2,000 ms, in one order)",
    reasonNotTo: () => null,
  },
  {
    name: "budgets",
    file: "./budgets.ts",
    run: "benchBudgets",
    title: "Page weight, gzipped bytes (aim: HTML under 20 kB, script under 110 kB before the map)",
    reasonNotTo: needsChromium,
  },
  {
    name: "lighthouse",
    file: "./lighthouse.ts",
    run: "benchLighthouse",
    title: "Lighthouse on a slow telephone (aim: 95; SEO is exempt in a demonstration)",
    reasonNotTo: needsChromium,
  },
];

/**
 * Figures as indented lines, whatever their shape.
 * @param {unknown} value
 * @param {string} indent
 * @returns {string[]}
 */
function linesOf(value, indent = "  ") {
  if (typeof value !== "object" || value === null) return [`${indent}${wordOf(value)}`];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "object" && inner !== null
      ? [`${indent}${name}`, ...linesOf(inner, `${indent}  `)]
      : [`${indent}${name}: ${wordOf(inner)}`],
  );
}

/** @param {unknown} value */
function wordOf(value) {
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(2);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !benches.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}

const [processor] = cpus();
console.log(`Node ${process.version}, ${cpus().length} cores (${processor?.model ?? "unknown"})`);
for (const { name, file, run, title, reasonNotTo } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${title}`);
  const reason = reasonNotTo();
  if (reason !== null) {
    console.log(`  skipped: ${reason}`);
    continue;
  }
  try {
    const bench = await import(file);
    for (const line of linesOf(await bench[run]())) console.log(line);
  } catch (error) {
    process.exitCode = 1;
    console.log(`  failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
