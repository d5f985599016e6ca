import { and, asc, desc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import type { CodeRule } from "#app/domain/abstraction/codes.ts";
import type { Day } from "#app/domain/team/day.ts";
import {
  abstractionDefinitionCodes,
  abstractionDefinitions,
  abstractionMonths,
} from "#db/schema/abstraction.ts";
import type { Db } from "#db/types.ts";

/** What counts as an abstraction, as one version says it. Who adopted it is the audit record's to say. */
export interface Definition {
  version: number;
  words: string;
  notes: string;
  /** The first day of the month from which it counts. */
  effectiveFrom: Day;
  /** Bodies; none while nobody has agreed it. */
  agreedBy: string[];
  agreedOn: Day | null;
  consultedOn: Day | null;
  /** What it changed. */
  change: string;
  adoptedAt: Date;
  /** Its table, in its own order. */
  codes: CodeRule[];
}

// A force changes it every few years; only bounds.
const mostVersions = 100;
const mostCodes = 100;
const mostMonths = 200;

const columns = {
  version: abstractionDefinitions.version,
  words: abstractionDefinitions.words,
  notes: abstractionDefinitions.notes,
  effectiveFrom: abstractionDefinitions.effectiveFrom,
  agreedBy: abstractionDefinitions.agreedBy,
  agreedOn: abstractionDefinitions.agreedOn,
  consultedOn: abstractionDefinitions.consultedOn,
  change: abstractionDefinitions.change,
  adoptedAt: abstractionDefinitions.adoptedAt,
};

/** The version in force on a day. */
export async function definitionAt(db: Db, day: Day): Promise<Definition> {
  const [inForce] = await db
    .select(columns)
    .from(abstractionDefinitions)
    .where(lte(abstractionDefinitions.effectiveFrom, day))
    .orderBy(desc(abstractionDefinitions.effectiveFrom))
    .limit(1);
  // A migration writes the first, from the year 2000, and none is ever taken away.
  if (inForce === undefined) throw new Error(`No definition of abstraction is in force on ${day}`);
  const codes = await codesOf(db, [inForce.version]);
  return { ...inForce, codes: codes.get(inForce.version) ?? [] };
}

/** Every version, the latest first: one that begins in a coming month too. */
export async function listDefinitions(db: Db): Promise<Definition[]> {
  const found = await db
    .select(columns)
    .from(abstractionDefinitions)
    .orderBy(desc(abstractionDefinitions.effectiveFrom))
    .limit(mostVersions);
  const codes = await codesOf(
    db,
    found.map(({ version }) => version),
  );
  return found.map((definition) => ({ ...definition, codes: codes.get(definition.version) ?? [] }));
}

async function codesOf(db: Db, versions: readonly number[]): Promise<Map<number, CodeRule[]>> {
  const rows = await db
    .select({
      version: abstractionDefinitionCodes.version,
      code: abstractionDefinitionCodes.code,
      words: abstractionDefinitionCodes.words,
      kind: abstractionDefinitionCodes.kind,
      countsA: abstractionDefinitionCodes.countsA,
      countsB: abstractionDefinitionCodes.countsB,
      note: abstractionDefinitionCodes.note,
    })
    .from(abstractionDefinitionCodes)
    .where(inArray(abstractionDefinitionCodes.version, [...versions]))
    .orderBy(asc(abstractionDefinitionCodes.version), asc(abstractionDefinitionCodes.place))
    .limit(mostVersions * mostCodes);
  const byVersion = new Map<number, CodeRule[]>();
  for (const { version, ...rule } of rows) {
    byVersion.set(version, [...(byVersion.get(version) ?? []), rule]);
  }
  return byVersion;
}

// Any constant that no other lock has.
const definitionLock = 7_203_107_2007;

/** The latest version, held until the transaction ends: nobody else adopts another meanwhile. */
export async function lockLatestDefinition(tx: Db): Promise<{ version: number; effectiveFrom: Day }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${definitionLock})`);
  const [latest] = await tx
    .select({ version: abstractionDefinitions.version, effectiveFrom: abstractionDefinitions.effectiveFrom })
    .from(abstractionDefinitions)
    .orderBy(desc(abstractionDefinitions.version))
    .limit(1);
  if (latest === undefined) throw new Error("There is no definition of abstraction");
  return latest;
}

/** Adds a version, with its table in the order given. */
export async function insertDefinition(
  tx: Db,
  definition: typeof abstractionDefinitions.$inferInsert,
  rules: readonly CodeRule[],
): Promise<void> {
  await tx.insert(abstractionDefinitions).values(definition);
  await tx
    .insert(abstractionDefinitionCodes)
    .values(rules.map((rule, at) => ({ ...rule, version: definition.version, place: at + 1 })));
}

/** The months from one on that have figures. */
export async function listFiguredMonths(tx: Db, from: Day): Promise<Day[]> {
  const rows = await tx
    .selectDistinct({ month: abstractionMonths.month })
    .from(abstractionMonths)
    .where(gte(abstractionMonths.month, from))
    .orderBy(asc(abstractionMonths.month))
    .limit(mostMonths);
  return rows.map(({ month }) => month);
}

/** A month of the force, worked out with one version of the definition. In shares. */
export interface MonthByVersion {
  month: Day;
  version: number;
  duty: number;
  abstractedA: number;
  abstractedB: number;
}

/** The months of the force from one to another, with each version that they were worked out with. Call it as staff. */
export async function forceByVersion(
  db: Db,
  { from, to }: { from: Day; to: Day },
): Promise<MonthByVersion[]> {
  const { month, version, isSpecial, duty, abstractedA, abstractedB } = abstractionMonths;
  const total = (column: typeof duty | typeof abstractedA | typeof abstractedB) =>
    sql<number>`sum(${column})::float8`.mapWith(Number);
  return db
    .select({
      month,
      version,
      duty: total(duty),
      abstractedA: total(abstractedA),
      abstractedB: total(abstractedB),
    })
    .from(abstractionMonths)
    .where(and(eq(isSpecial, false), gte(month, from), lte(month, to)))
    .groupBy(month, version)
    .orderBy(asc(month), asc(version))
    .limit(mostMonths * mostVersions);
}
