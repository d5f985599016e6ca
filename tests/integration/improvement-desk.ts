import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import { eq } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addImprovementAction } from "#app/services/abstraction/add-improvement-action.server.ts";
import { judgeAbstractions } from "#app/services/abstraction/judge-abstractions.server.ts";
import { saveImprovementPlan } from "#app/services/abstraction/save-improvement-plan.server.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { openPeopleTest, today } from "./people-force.ts";

const duty = 12_000;

/** A month of a neighbourhood as if it had been worked out: `rate` in per cent, `complete` of its duties. */
export async function putMonth(
  db: Db,
  neighbourhoodId: string,
  month: Month,
  { rate, complete = 100, version = 1, isSpecial = false }: MonthFigures,
): Promise<void> {
  const figures = {
    posts: 3 * sharesOfMinute,
    established: duty,
    duty,
    unavailable: 0,
    abstractedA: Math.round((duty * rate) / 100),
    abstractedB: Math.round((duty * rate) / 100),
    exempt: 0,
    unauthorised: 0,
    lent: 0,
    duties: 100,
    confirmed: complete,
  };
  await db
    .insert(schema.abstractionMonths)
    .values({ neighbourhoodId, month, version, isSpecial, ...figures })
    .onConflictDoUpdate({
      target: [
        schema.abstractionMonths.neighbourhoodId,
        schema.abstractionMonths.month,
        schema.abstractionMonths.version,
        schema.abstractionMonths.isSpecial,
      ],
      set: figures,
    });
}

interface MonthFigures {
  rate: number;
  complete?: number;
  version?: number;
  isSpecial?: boolean;
}

/** The force of the people tests with whoever oversees its abstractions; T1 serves n1 and n2. */
export async function openImprovementTest() {
  const force = await openPeopleTest();
  const { db, id } = force;
  const people = [
    ["Inspector", "inspector", { kind: "section", areaId: id("S1") }],
    ["Another inspector", "inspector", { kind: "section", areaId: id("S2") }],
    ["Commander", "commander", { kind: "bcu", areaId: id("B1") }],
    ["Sergeant", "sergeant", { kind: "team", areaId: id("T1") }],
    ["Chief", "chief-officer", {}],
    ["Night sergeant", "response-sergeant", {}],
  ] as const;
  for (const [name, role, area] of people) {
    await force.account(name);
    await force.appoint(name, role, area);
  }
  const actors = new Map<string, Actor>();
  for (const [name] of people) actors.set(name, await force.actor(name));
  const as = (name: (typeof people)[number][0]): Actor => {
    const actor = actors.get(name);
    if (actor === undefined) throw new Error(`There is no ${name}.`);
    return actor;
  };
  const improvements = () =>
    db.query.abstractionImprovements.findMany({
      where: (t) => eq(t.teamId, id("T1")),
      orderBy: (t, { asc }) => asc(t.openedAt),
    });
  const latest = async () => {
    const found = (await improvements()).at(-1);
    if (found === undefined) throw new Error("There is no improvement.");
    return found;
  };
  return {
    ...force,
    as,
    improvements,
    latest,
    judge: (day: string) =>
      judgeAbstractions({
        db,
        now: new Date(`${day}T10:00:00Z`),
        signal: new AbortController().signal,
      }),
    month: (month: Month, rate: number, more: Partial<MonthFigures> = {}) =>
      putMonth(db, id("n1"), month, { rate, ...more }),
    steps: async () =>
      (await db.query.abstractionImprovementEvents.findMany({ orderBy: (t, { asc }) => asc(t.at) })).map(
        ({ from, to, line }) => ({ from, to, line }),
      ),
    notices: async (name: string) =>
      (await db.query.staffNotices.findMany({ where: (t) => eq(t.accountId, id(name)) })).map(
        ({ kind, line }) => `${kind}: ${line}`,
      ),
    /** Writes a whole plan with one action, of another unit unless one is named. */
    plan: async (at: Date, unit = "Response team C") => {
      const found = await latest();
      const { id: improvementId } = found;
      const inspector = as("Inspector");
      const saved = await saveImprovementPlan({ db, now: at }, inspector, {
        id: improvementId,
        version: found.version,
        rootCause: "Response team C was below its minimum on 11 of 30 nights.",
        target: "No cover for response after midnight",
        targetTenths: 95,
        targetOn: `${Number(today.slice(0, 4)) + 1}-06-30`,
        publicSummary: "The night shift gets three more officers.",
        ownerId: id("Inspector"),
      });
      const added = await addImprovementAction({ db, now: at }, inspector, improvementId, {
        unit,
        task: "Fill the night shift",
        ownerId: id("Night sergeant"),
        dueOn: `${Number(today.slice(0, 4)) + 1}-06-30`,
      });
      if (saved?.ok !== true || added?.ok !== true) throw new Error(JSON.stringify({ saved, added }));
      return latest();
    },
  };
}

export type ImprovementTest = Awaited<ReturnType<typeof openImprovementTest>>;
