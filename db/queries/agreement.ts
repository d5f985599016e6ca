import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { agencies } from "#db/schema/agency.ts";
import { partnerships } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";

export type Agreement = typeof agreements.$inferSelect;
type AgreementParty = typeof agreementParties.$inferSelect;

/** Adds a draft and gives its id; null when its reference is taken. */
export async function insertAgreement(
  tx: Db,
  values: typeof agreements.$inferInsert,
): Promise<string | null> {
  const [row] = await tx
    .insert(agreements)
    .values(values)
    .onConflictDoNothing({ target: agreements.reference })
    .returning({ id: agreements.id });
  return row?.id ?? null;
}

/** An agreement with the name of its partnership, whole: for whoever keeps agreements. */
export async function findAgreement(
  db: Db,
  reference: string,
): Promise<(Agreement & { partnership: string | null }) | null> {
  const [row] = await db
    .select({ agreement: agreements, partnership: partnerships.name })
    .from(agreements)
    .leftJoin(partnerships, eq(partnerships.id, agreements.partnershipId))
    .where(eq(agreements.reference, reference))
    .limit(1);
  return row === undefined ? null : { ...row.agreement, partnership: row.partnership };
}

/** Locks an agreement, so that nobody signs, changes or ends it before the transaction ends. */
export async function lockAgreement(tx: Db, reference: string): Promise<Agreement | null> {
  const [row] = await tx.select().from(agreements).where(eq(agreements.reference, reference)).for("update");
  return row ?? null;
}

/** Writes what changed of a locked agreement or its parties; its version rises by one. */
export async function updateAgreement(
  tx: Db,
  id: string,
  values: Partial<Omit<Agreement, "id" | "reference" | "version">>,
): Promise<void> {
  await tx
    .update(agreements)
    .set({ ...values, version: sql`${agreements.version} + 1` })
    .where(eq(agreements.id, id));
}

// More agencies than any force works with; only a bound.
const mostParties = 500;

/** The parties of an agreement, those that left too: the police first, then by name. */
export const partiesOf = (db: Db, agreementId: string) =>
  db
    .select({
      agencyId: agreementParties.agencyId,
      code: agencies.code,
      name: agencies.name,
      isPolice: sql<boolean>`${agencies.kind} = 'police'`,
      signatory: agreementParties.signatory,
      signatoryPosition: agreementParties.signatoryPosition,
      signedOn: agreementParties.signedOn,
      leftAt: agreementParties.leftAt,
    })
    .from(agreementParties)
    .innerJoin(agencies, eq(agencies.id, agreementParties.agencyId))
    .where(eq(agreementParties.agreementId, agreementId))
    .orderBy(sql`${agencies.kind} <> 'police'`, asc(agencies.name), asc(agencies.id))
    .limit(mostParties);

export type Party = Awaited<ReturnType<typeof partiesOf>>[number];

/** Of some agencies, those that there are, and which are the police. */
export const agenciesAmong = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: agencies.id, isPolice: sql<boolean>`${agencies.kind} = 'police'` })
    .from(agencies)
    .where(inArray(agencies.id, [...ids]))
    .orderBy(asc(agencies.id))
    .limit(mostParties);

/** Makes agencies party to an agreement, unsigned. */
export async function insertParties(
  tx: Db,
  agreementId: string,
  agencyIds: readonly string[],
): Promise<void> {
  if (agencyIds.length > 0)
    await tx.insert(agreementParties).values(agencyIds.map((agencyId) => ({ agreementId, agencyId })));
}

const isParty = (agreementId: string, agencyIds: readonly string[]) =>
  and(eq(agreementParties.agreementId, agreementId), inArray(agreementParties.agencyId, [...agencyIds]));

/** Takes agencies out of an agreement that was never in force. */
export async function deleteParties(
  tx: Db,
  agreementId: string,
  agencyIds: readonly string[],
): Promise<void> {
  if (agencyIds.length > 0) await tx.delete(agreementParties).where(isParty(agreementId, agencyIds));
}

export async function updateParties(
  tx: Db,
  agreementId: string,
  agencyIds: readonly string[],
  values: Partial<Omit<AgreementParty, "agreementId" | "agencyId">>,
): Promise<void> {
  if (agencyIds.length > 0)
    await tx.update(agreementParties).set(values).where(isParty(agreementId, agencyIds));
}
