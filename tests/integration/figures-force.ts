import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { FigureEntry } from "#app/domain/abstraction/attribution.ts";
import { firstCodeTable, type Code, type CodeRule } from "#app/domain/abstraction/codes.ts";
import type { CountedKind } from "#app/domain/abstraction/established.ts";
import type { FigureDuty, FigurePost } from "#app/domain/abstraction/month-figures.ts";
import { spanOf, type Interval } from "#app/domain/abstraction/intervals.ts";
import { spanOfMonth, type Month } from "#app/domain/abstraction/month.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { openTestDatabase } from "#tests/support/database.ts";

interface PostInEdition {
  kind: CountedKind;
  fte: number;
  weights: Readonly<Record<string, number>>;
}

/** Part-time, shared, special, and two that serve other neighbourhoods after the second teams. */
const firstTeams: Readonly<Record<string, PostInEdition>> = {
  lead: { kind: "sergeant", fte: 1, weights: { n1: 0.33333, n2: 0.33333, n3: 0.33334 } },
  half: { kind: "pc", fte: 0.5, weights: { n1: 1 } },
  moved: { kind: "pcso", fte: 0.875, weights: { n2: 1 } },
  special: { kind: "special", fte: 1, weights: { n1: 0.5, n3: 0.5 } },
};
const secondTeams: Readonly<Record<string, PostInEdition>> = {
  ...firstTeams,
  lead: { kind: "sergeant", fte: 1, weights: { n1: 0.25, n2: 0.75 } },
  moved: { kind: "pcso", fte: 0.875, weights: { n4: 0.6, n1: 0.4 } },
};
const firstTeamsFrom = new Date("2026-02-10T10:00:00Z");
const secondTeamsFrom = new Date("2026-06-17T10:00:00Z");
export const postNames = Object.keys(firstTeams);

/** From October on, role training counts in rate A, and help on sight is no longer known. */
export const secondCodeTable: readonly CodeRule[] = firstCodeTable
  .filter(({ code }) => code !== "N3")
  .map((rule) => (rule.code === "T1" ? { ...rule, countsA: true } : rule));
export const secondFrom: Month = "2026-10-01";

export type OfPost<Thing> = Thing & { post: string };

/** A few posts whose teams change in June and whose definition changes in October, and their figures. */
export async function openFiguresForce() {
  const { db, close } = await openTestDatabase();
  const known = new Map<string, string>();
  const id = (name: string) => {
    const given = known.get(name) ?? randomUUID();
    known.set(name, given);
    return given;
  };
  await fill(db, id);
  const stored = (entry: OfPost<FigureEntry>) => ({
    id: entry.id,
    version: 1,
    postId: id(entry.post),
    startsAt: spanOf(entry).from,
    endsAt: spanOf(entry).to,
    code: entry.code,
    source: "log" as const,
    exemptIncident: entry.isExempt ? "A flood" : null,
    authoriserRole: entry.isAuthorised ? "inspector" : null,
    enteredAt: firstTeamsFrom,
    ...(entry.code === "R1"
      ? { responseTeamId: entry.responseTeam ?? id("response"), minimum: 5, actual: 3 }
      : {}),
  });
  const storedDuty = (duty: OfPost<FigureDuty>) => ({
    postId: id(duty.post),
    startsAt: spanOf(duty).from,
    endsAt: spanOf(duty).to,
    source: "manual" as const,
    ...(duty.isConfirmedInTime
      ? { confirmedAs: "nil" as const, confirmedAt: firstTeamsFrom, isConfirmedInTime: true }
      : {}),
  });
  return {
    db,
    close,
    id,
    stored,
    storedDuty,
    empty: () =>
      db.execute(sql`truncate duties, abstraction_entries, abstraction_months, abstraction_month_codes,
        abstraction_month_hours`),
    /** All rows of the three tables in one order, as text. */
    rows: async () =>
      rowsOf<{ words: string }>(
        await db.execute(sql`
          select 'month ' || m::text as words from abstraction_months m
          union all select 'code ' || c::text from abstraction_month_codes c
          union all select 'hour ' || h::text from abstraction_month_hours h order by 1`),
      ).map(({ words }) => words),
  };
}

export type FiguresForce = Awaited<ReturnType<typeof openFiguresForce>>;

/** The posts as the rules take them, as they are when a month ends. */
export function postsIn(
  month: Month,
  id: (name: string) => string,
  duties: readonly OfPost<FigureDuty>[],
  entries: readonly OfPost<FigureEntry>[],
): FigurePost[] {
  const teams = spanOfMonth(month).to > secondTeamsFrom ? secondTeams : firstTeams;
  return Object.entries(teams).map(([name, { kind, fte, weights }]) => ({
    kind,
    fullTimeEquivalent: fte,
    shares: Object.entries(weights).map(([code, weight]) => ({ neighbourhoodId: id(code), weight })),
    duties: duties.filter(({ post }) => post === name),
    entries: entries.filter(({ post }) => post === name),
  }));
}

/** Duties as the database admits them: none that overlaps an earlier one of its post. */
export function withoutOverlaps<Duty extends OfPost<Interval>>(duties: readonly Duty[]): Duty[] {
  const kept: Duty[] = [];
  for (const duty of duties)
    if (!kept.some((one) => one.post === duty.post && one.from < duty.to && duty.from < one.to))
      kept.push(duty);
  return kept;
}

async function fill(db: Db, id: (name: string) => string) {
  const neighbourhoods = ["n1", "n2", "n3", "n4"];
  const editions = [
    ["first", firstTeams],
    ["second", secondTeams],
  ] as const;
  await db
    .insert(schema.neighbourhoods)
    .values(neighbourhoods.map((code) => ({ id: id(code), code, slug: code, createdAt: firstTeamsFrom })));
  await db.insert(schema.teams).values({ id: id("team"), code: "T1", name: "T1" });
  await db
    .insert(schema.agencies)
    .values({ id: id("police"), code: "police", name: "Police", kind: "police" });
  await db.insert(schema.responseTeams).values([
    { id: id("response"), code: "RA", name: "A", minimum: 5 },
    { id: id("other response"), code: "RB", name: "B", minimum: 5 },
  ]);
  await db
    .insert(schema.posts)
    .values([...postNames, "warden"].map((reference) => ({ id: id(reference), reference })));
  await db.insert(schema.editions).values(
    editions.map(([name]) => ({
      id: id(name),
      noun: "teams" as const,
      status: "whole" as const,
      source: name,
      attribution: "",
      isIllustrative: true,
      digest: "",
      createdAt: firstTeamsFrom,
    })),
  );
  for (const [name, teams] of editions) {
    const posts = Object.entries({
      ...teams,
      warden: { kind: "warden" as const, fte: 1, weights: { n1: 1 } },
    });
    await db.insert(schema.postDetails).values(
      posts.map(([post, { kind, fte }]) => ({
        editionId: id(name),
        postId: id(post),
        kind,
        teamId: id("team"),
        agencyId: id("police"),
        fullTimeEquivalent: fte,
        fundingSource: "force" as const,
      })),
    );
    await db.insert(schema.postAllocations).values(
      posts.flatMap(([post, { weights }]) =>
        Object.entries(weights).map(([code, weight]) => ({
          editionId: id(name),
          postId: id(post),
          neighbourhoodId: id(code),
          weight,
        })),
      ),
    );
  }
  await db.insert(schema.editionTerms).values([
    { noun: "teams", editionId: id("first"), inForceFrom: firstTeamsFrom, inForceTo: secondTeamsFrom },
    { noun: "teams", editionId: id("second"), inForceFrom: secondTeamsFrom },
  ]);
  await db.insert(schema.abstractionDefinitions).values({
    version: 2,
    words: "Another",
    notes: "",
    effectiveFrom: secondFrom,
    agreedBy: [],
    change: "Role training counts",
    adoptedAt: firstTeamsFrom,
  });
  await db
    .insert(schema.abstractionDefinitionCodes)
    .values(secondCodeTable.map((rule, place) => ({ version: 2, place, ...rule })));
}

export const codesUsed: readonly Code[] = ["R1", "C1", "T1", "W1", "N2", "N3", "N4", "U1", "U3", "P1"];
