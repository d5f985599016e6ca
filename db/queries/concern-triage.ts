import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accountName } from "#app/domain/account/account-words.ts";
import { accounts, residents } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { concernAppeals, concernEvents, concerns, concernTexts, diversions } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";
import { isUuid } from "./uuid.ts";

const target = alias(concerns, "target");

/** A concern with all that was decided of it, without a resident's words or who they are; null for what is no id. */
export async function findTriagedConcern(db: Db, id: string) {
  if (!isUuid(id)) return null;
  const [row] = await db
    .select({
      concern: concerns,
      diversion: diversions,
      appeal: concernAppeals,
      agencyName: agencies.name,
      mergedInto: { id: target.id, reference: target.reference },
    })
    .from(concerns)
    .leftJoin(diversions, eq(diversions.concernId, concerns.id))
    .leftJoin(concernAppeals, eq(concernAppeals.concernId, concerns.id))
    .leftJoin(agencies, eq(agencies.id, concerns.agencyId))
    .leftJoin(target, eq(target.id, concerns.mergedIntoId))
    .where(eq(concerns.id, id));
  return row ?? null;
}

/** What was said, in the words it was said in. Who reads it is recorded in the same transaction. */
export async function findConcernWords(db: Db, concernId: string) {
  const [words] = await db
    .select({
      words: concernTexts.words,
      placeWords: concernTexts.placeWords,
      whenWords: concernTexts.whenWords,
      effectWords: concernTexts.effectWords,
      eraseOn: concernTexts.eraseOn,
      erasedAt: concernTexts.erasedAt,
    })
    .from(concernTexts)
    .where(eq(concernTexts.concernId, concernId));
  return words ?? null;
}

/** Who raised a concern, as far as they can be reached: an address, or the reference they were given on paper. */
export async function findRaiser(db: Db, accountId: string) {
  const [raiser] = await db
    .select({ email: accounts.email, reference: residents.reference })
    .from(accounts)
    .leftJoin(residents, eq(residents.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  return raiser ?? null;
}

// More steps than any concern takes; only a bound.
const mostEvents = 200;

/** Every step of a concern, the first first, with who took it where that was staff. */
export const listConcernEvents = (db: Db, concernId: string) =>
  db
    .select({
      id: concernEvents.id,
      at: concernEvents.at,
      to: concernEvents.to,
      line: concernEvents.line,
      name: accounts.name,
      kind: accounts.kind,
    })
    .from(concernEvents)
    .leftJoin(accounts, eq(accounts.id, concernEvents.actorId))
    .where(eq(concernEvents.concernId, concernId))
    .orderBy(asc(concernEvents.at), asc(concernEvents.id))
    .limit(mostEvents);

/** Who changed a concern last, in words, and when. */
export async function lastChangeOf(
  db: Db,
  { id, changedAt }: { id: string; changedAt: Date },
  reader: string | null,
): Promise<{ who: string; at: Date }> {
  const [last] = await db
    .select({ actorId: concernEvents.actorId, name: accounts.name, kind: accounts.kind })
    .from(concernEvents)
    .leftJoin(accounts, eq(accounts.id, concernEvents.actorId))
    .where(eq(concernEvents.concernId, id))
    .orderBy(desc(concernEvents.at), desc(concernEvents.id))
    .limit(1);
  return { who: whoIs(last, reader), at: changedAt };
}

type Changer = { actorId: string | null; name: string | null; kind: string | null } | undefined;

function whoIs(last: Changer, reader: string | null): string {
  if (last === undefined) return "Somebody";
  if (last.actorId === null) return "The platform";
  if (last.actorId === reader) return "You";
  return last.kind === "staff" ? accountName(last.name) : "Whoever raised it";
}

/** Names of staff by their account. */
export async function staffNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(inArray(accounts.id, wanted), eq(accounts.kind, "staff")))
    .limit(wanted.length);
  return new Map(rows.map(({ id, name }) => [id, accountName(name)]));
}

/** The concern of a reference; null where the actor does not see one. */
export async function findConcernByReference(db: Db, reference: string) {
  const [concern] = await db.select().from(concerns).where(eq(concerns.reference, reference));
  return concern ?? null;
}

/** Locks a concern together with that of a reference, always in the same order. */
export async function lockWithReference(tx: Db, id: string, reference: string): Promise<void> {
  if (!isUuid(id)) return;
  await tx
    .select({ id: concerns.id })
    .from(concerns)
    .where(or(eq(concerns.id, id), eq(concerns.reference, reference)))
    .orderBy(asc(concerns.id))
    .for("update");
}

/** Hands a concern over, or to another route; whoever had it already still has it. */
export async function divertTo(tx: Db, handOff: typeof diversions.$inferInsert): Promise<void> {
  const { route, divertedBy } = handOff;
  await tx
    .insert(diversions)
    .values(handOff)
    .onConflictDoUpdate({ target: diversions.concernId, set: { route, divertedBy } });
}

/** Notes that the other service has it; false where nothing waits for that. */
export async function acknowledgeDiversion(
  tx: Db,
  concernId: string,
  by: { acknowledgedAt: Date; acknowledgedBy: string; forceReference: string },
): Promise<boolean> {
  const done = await tx
    .update(diversions)
    .set(by)
    .where(and(eq(diversions.concernId, concernId), isNull(diversions.acknowledgedAt)))
    .returning({ concernId: diversions.concernId });
  return done.length > 0;
}
