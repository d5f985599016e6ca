import { asc, desc, eq, inArray, lte } from "drizzle-orm";
import type { CodeRule } from "#app/domain/abstraction/codes.ts";
import type { Day } from "#app/domain/team/day.ts";
import { abstractionDefinitionCodes, abstractionDefinitions } from "#db/schema/abstraction.ts";
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
