import { londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { fillPublished } from "#tests/support/published-figures.ts";
import type { RunningServer } from "#tests/support/server.ts";

/** The demonstration with published figures of abstraction. */
export async function startWithFigures(): Promise<RunningServer> {
  const database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillPublished(db, londonDay(new Date()));
  const facts = { finder: await loadFinder(db), force: await findForce(db) };
  const listening = await listenForTest(db, {}, facts);
  return {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await database.close();
      return 0;
    },
  };
}
