import { eq, sql } from "drizzle-orm";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { runCycles } from "#app/services/cycle/run-cycles.server.ts";
import { findForce } from "#db/queries/force.ts";
import { candidates, cycles, neighbourhoods, placements } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { listenForTest, testKeys } from "#tests/support/listening-server.ts";
import type { RunningServer } from "#tests/support/server.ts";

/** A neighbourhood of the demonstration and the areas above it, as its people are listed. */
export interface ChoosingPlace {
  slug: string;
  name: string;
  cycleId: string;
  team: string;
  section: string;
  bcu: string;
}

/** The demonstration, whose first cycles began today, with its database at hand: its calendar can be moved. */
export async function startChoosing() {
  const database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  const run = () => runCycles({ db, now: new Date(), keys: testKeys, signal: new AbortController().signal });
  await run();
  const finder = await loadFinder(db);
  const listening = await listenForTest(db, {}, { finder, force: await findForce(db) });
  const server: RunningServer = {
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

  /** Where a journey goes, its cycle holding two candidates that others raised. */
  const placeWithCandidates = async (code: string): Promise<ChoosingPlace> => {
    const neighbourhoodId = seedId("neighbourhood", code);
    const [found] = await db
      .select({
        slug: neighbourhoods.slug,
        cycleId: cycles.id,
        team: placements.teamName,
        section: placements.sectionName,
        bcu: placements.bcuName,
      })
      .from(cycles)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
      .innerJoin(placements, eq(placements.neighbourhoodId, neighbourhoods.id))
      .where(eq(neighbourhoods.id, neighbourhoodId));
    if (found === undefined) throw new Error(`${code} has no cycle.`);
    await db.insert(candidates).values(
      ["Litter in the park", "Parking on pavements"].map((title, at) => ({
        cycleId: found.cycleId,
        number: at + 1,
        category: "other" as const,
        title,
        statement: `${title} worries people here.`,
        trendWords: "No figures are loaded.",
        trendSource: "The team",
        partnersWords: "Nobody yet.",
        harmWords: "People with pushchairs.",
        underHeardWords: "Nobody more than others.",
        isShortlisted: true,
        changedAt: new Date(),
      })),
    );
    return { ...found, name: finder?.bySlug(found.slug)?.name ?? "" };
  };

  /** Lets so many days pass for a cycle, and takes the steps that are due then. */
  const letDaysPass = async (cycleId: string, days: number) => {
    const earlier = (column: string) => sql`${sql.identifier(column)} - ${days}::int`;
    await db
      .update(cycles)
      .set({
        startsOn: earlier("starts_on"),
        raisingEndsOn: earlier("raising_ends_on"),
        researchEndsOn: earlier("research_ends_on"),
        shortlistingEndsOn: earlier("shortlisting_ends_on"),
        votingEndsOn: earlier("voting_ends_on"),
        panelEndsOn: earlier("panel_ends_on"),
        liveEndsOn: earlier("live_ends_on"),
        reviewingEndsOn: earlier("reviewing_ends_on"),
      })
      .where(eq(cycles.id, cycleId));
    await run();
  };

  return { server, placeWithCandidates, letDaysPass };
}
