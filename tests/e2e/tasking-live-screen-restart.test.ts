import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { describeInBrowser } from "#tests/support/browser.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { fillLiveForce, record, type LiveForce } from "../integration/live-force.ts";
import { restorableDatabase, type RestorableDatabase } from "../integration/restorable-database.ts";

const live = "Live: what is recorded appears here by itself.";
const reference = "J-22222";

let database: RestorableDatabase;
let force: LiveForce;
let running: RunningServer;

/** Serves it, at the same address again once it was killed. */
async function serve(port?: number): Promise<RunningServer> {
  const { DATA_DIR: dataDir, ...env } = database.env;
  running = await startServer({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(port === undefined ? {} : { port }),
    env: { LOG_LEVEL: "warn", DEMO: "on", ...env },
    readyAt: "/health",
  });
  return running;
}

/** Gives an action to the council, as the recorder's browser does. */
async function give(task: string) {
  const [year = "", month = "", day = ""] = addDays(londonDay(new Date()), 28).split("-");
  const entry = { intent: "action", key: randomUUID(), kind: "environmental", task };
  const due = { "dueOn.day": day, "dueOn.month": month, "dueOn.year": year };
  const whom = { agencyId: force.councilId, position: "Street lighting officer" };
  expect(await record(running.url, force.recorder, { ...entry, ...whom, ...due })).toBe(true);
}

const listed = (page: Page, task: string) =>
  page.getByRole("listitem").filter({ hasText: task }).filter({ hasText: "Not answered yet." });

describeInBrowser(
  "A screen whose server is killed in mid-meeting",
  ({ browser }) => {
    test(
      "comes back by itself, with all that was recorded before and after",
      { timeout: 240_000 },
      async () => {
        const { url } = running;
        const context = await browser().newContext();
        context.setDefaultTimeout(30_000);
        const [cookie = ""] = force.screens;
        const [name = "", value = ""] = cookie.split("=");
        await context.addCookies([{ name, value, url }]);
        const page = await context.newPage();
        await page.goto(url + paths.partners.meeting(reference));
        await page.getByText(live).waitFor();
        await page.evaluate(() => {
          document.documentElement.setAttribute("data-drawn", "once");
        });
        await give("Repair the lights before");
        await listed(page, "Repair the lights before").first().waitFor();

        process.kill(running.pid, "SIGKILL");
        await running.stop();
        await page.getByText("Not connected: trying again.").waitFor();
        await listed(page, "Repair the lights before").first().waitFor();

        await serve(Number(new URL(url).port));
        await give("Repair the lights after");
        await listed(page, "Repair the lights after").first().waitFor({ timeout: 60_000 });
        await page.getByText(live).waitFor();
        expect(await listed(page, "Repair the lights before").count()).toBe(1);
        const drawn = await page.evaluate(() => document.documentElement.getAttribute("data-drawn"));
        expect(drawn, "the page was never loaded again").toBe("once");
      },
    );
  },
  async () => {
    database = restorableDatabase();
    force = await database.use((db) => fillLiveForce(db, 1));
    const { url, pid, dataDir, output } = await serve();
    return {
      url,
      pid,
      dataDir,
      output,
      stop: async () => {
        const code = await running.stop();
        await database.remove();
        return code;
      },
    };
  },
);
