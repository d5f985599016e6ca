import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import type { ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import { accounts } from "#db/schema/account.ts";
import { candidates } from "#db/schema/candidate.ts";
import {
  panelInterests,
  panelVotes,
  resolutionItems,
  resolutionMembers,
  resolutions,
} from "#db/schema/panel.ts";
import type { Db } from "#db/types.ts";

export type ResolutionRow = typeof resolutions.$inferSelect;
export type ResolutionItemRow = typeof resolutionItems.$inferSelect;
export type MemberCapacity = (typeof resolutionMembers.$inferSelect)["capacity"];

// More than any panel or shortlist has; only bounds.
const mostRows = 1_000;

export async function insertResolution(
  tx: Db,
  values: typeof resolutions.$inferInsert,
  members: readonly { accountId: string; capacity: MemberCapacity }[],
  items: readonly { candidateId?: string; priorityId?: string; place: number }[],
): Promise<string> {
  const [row] = await tx.insert(resolutions).values(values).returning({ id: resolutions.id });
  if (row === undefined) throw new Error("The database returned no resolution.");
  const of = { resolutionId: row.id };
  await tx.insert(resolutionMembers).values(members.map((member) => ({ ...member, ...of })));
  await tx.insert(resolutionItems).values(items.map((item) => ({ ...item, ...of })));
  return row.id;
}

/** Locks a resolution, so that nobody votes on it or records it before the transaction ends. */
export async function lockResolution(tx: Db, id: string): Promise<ResolutionRow | null> {
  const [row] = await tx.select().from(resolutions).where(eq(resolutions.id, id)).for("update");
  return row ?? null;
}

export async function findResolution(db: Db, id: string): Promise<ResolutionRow | null> {
  const [row] = await db.select().from(resolutions).where(eq(resolutions.id, id)).limit(1);
  return row ?? null;
}

export async function updateResolution(
  tx: Db,
  id: string,
  values: Partial<Omit<ResolutionRow, "id" | "version">>,
): Promise<void> {
  await tx
    .update(resolutions)
    .set({ ...values, version: sql`${resolutions.version} + 1` })
    .where(eq(resolutions.id, id));
}

/** The items of a resolution in the order of the vote; candidates of one place by their number. */
export async function itemsOf(db: Db, resolutionId: string): Promise<ResolutionItemRow[]> {
  const rows = await db
    .select({ item: resolutionItems })
    .from(resolutionItems)
    .leftJoin(candidates, eq(candidates.id, resolutionItems.candidateId))
    .where(eq(resolutionItems.resolutionId, resolutionId))
    .orderBy(asc(resolutionItems.place), asc(candidates.number))
    .limit(mostRows);
  return rows.map(({ item }) => item);
}

export async function updateItem(
  tx: Db,
  id: string,
  values: Partial<Omit<ResolutionItemRow, "id" | "resolutionId">>,
): Promise<void> {
  await tx.update(resolutionItems).set(values).where(eq(resolutionItems.id, id));
}

/** Who may vote, whether or not they were there; whom the scope of the transaction shows. */
export const membersOf = (db: Db, resolutionId: string) =>
  db
    .select({
      accountId: resolutionMembers.accountId,
      capacity: resolutionMembers.capacity,
      isPresent: resolutionMembers.isPresent,
      name: accounts.name,
    })
    .from(resolutionMembers)
    .leftJoin(accounts, eq(accounts.id, resolutionMembers.accountId))
    .where(eq(resolutionMembers.resolutionId, resolutionId))
    .orderBy(asc(accounts.name), asc(resolutionMembers.accountId))
    .limit(mostRows);

export async function setAttendance(
  tx: Db,
  resolutionId: string,
  { presentIds, chair }: { presentIds: readonly string[]; chair: { id: string; was: MemberCapacity } },
): Promise<void> {
  const own = eq(resolutionMembers.resolutionId, resolutionId);
  await tx
    .update(resolutionMembers)
    .set({
      isPresent: presentIds.length === 0 ? false : inArray(resolutionMembers.accountId, [...presentIds]),
      // Whoever was in the chair before goes back to the seat that the new chair rises from.
      capacity: sql`case when ${resolutionMembers.accountId} = ${chair.id} then 'chair'
        when ${resolutionMembers.capacity} = 'chair' then ${chair.was} else ${resolutionMembers.capacity} end`,
    })
    .where(own);
}

/** The interests declared in a resolution's items, as far as the scope of the transaction shows them. */
export const interestsOf = (db: Db, resolutionId: string) =>
  db
    .select({ accountId: panelInterests.accountId, itemId: panelInterests.itemId })
    .from(panelInterests)
    .innerJoin(resolutionItems, eq(resolutionItems.id, panelInterests.itemId))
    .where(eq(resolutionItems.resolutionId, resolutionId))
    .limit(mostRows);

/** False where it was declared before. */
export async function insertInterest(tx: Db, interest: typeof panelInterests.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(panelInterests)
    .values(interest)
    .onConflictDoNothing()
    .returning({ itemId: panelInterests.itemId });
  return added.length > 0;
}

/** The votes on a resolution's items: all of them for the platform, a member's own for the member. */
export const votesOf = (db: Db, resolutionId: string) =>
  db
    .select({
      itemId: panelVotes.itemId,
      accountId: panelVotes.accountId,
      choice: panelVotes.choice,
      at: panelVotes.at,
    })
    .from(panelVotes)
    .innerJoin(resolutionItems, eq(resolutionItems.id, panelVotes.itemId))
    .where(eq(resolutionItems.resolutionId, resolutionId))
    .limit(mostRows);

/** Casts votes, or changes them: one of each member on each item. */
export async function setVotes(
  tx: Db,
  votes: readonly { itemId: string; accountId: string; choice: PanelChoice; at: Date }[],
): Promise<void> {
  await tx
    .insert(panelVotes)
    .values([...votes])
    .onConflictDoUpdate({
      target: [panelVotes.itemId, panelVotes.accountId],
      set: { choice: sql`excluded.choice`, at: sql`excluded.at` },
    });
}

export async function deleteVote(tx: Db, itemId: string, accountId: string): Promise<void> {
  await tx.delete(panelVotes).where(and(eq(panelVotes.itemId, itemId), eq(panelVotes.accountId, accountId)));
}

/** Of some accounts, those that speak for nobody but themselves: who may sit on a panel. */
export async function residentsAmong(db: Db, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        inArray(accounts.id, [...accountIds]),
        inArray(accounts.kind, ["resident", "member"]),
        isNull(accounts.agencyId),
        isNull(accounts.personId),
      ),
    )
    .orderBy(accounts.id)
    .limit(mostRows);
  return rows.map(({ id }) => id);
}

/** What went before in a cycle's panel. */
export async function meetingsOfCycle(db: Db, cycleId: string) {
  const rows = await db
    .select({ state: resolutions.state, lowParticipation: resolutions.lowParticipation })
    .from(resolutions)
    .where(eq(resolutions.cycleId, cycleId))
    .limit(mostRows);
  const isOutreach = (row: (typeof rows)[number]) =>
    row.state === "decided" && row.lowParticipation === "outreach";
  return {
    hasOpen: rows.some(({ state }) => state === "open"),
    hasDecided: rows.some((row) => row.state === "decided" && !isOutreach(row)),
    hasRunOutreach: rows.some(isOutreach),
    withoutQuorum: rows.filter(({ state }) => state === "inquorate").length,
    rounds: rows.filter((row) => row.state === "inquorate" || isOutreach(row)).length,
  };
}

/** What went before about one urgent priority. */
export async function meetingsOfPriority(db: Db, priorityId: string, kind: ResolutionKind) {
  const rows = await db
    .select({ state: resolutions.state })
    .from(resolutions)
    .innerJoin(resolutionItems, eq(resolutionItems.resolutionId, resolutions.id))
    .where(and(eq(resolutionItems.priorityId, priorityId), eq(resolutions.kind, kind)))
    .limit(mostRows);
  return {
    hasOpen: rows.some(({ state }) => state === "open"),
    withoutQuorum: rows.filter(({ state }) => state === "inquorate").length,
  };
}

/** In how many other cycles of a neighbourhood an interim panel has decided. */
export async function interimCyclesDecided(
  db: Db,
  neighbourhoodId: string,
  exceptCycleId: string | null,
): Promise<number> {
  const [row] = await db
    .select({ cycles: sql<number>`count(distinct ${resolutions.cycleId})::int` })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.neighbourhoodId, neighbourhoodId),
        eq(resolutions.isInterim, true),
        eq(resolutions.state, "decided"),
        isNotNull(resolutions.cycleId),
        or(isNull(resolutions.lowParticipation), ne(resolutions.lowParticipation, "outreach")),
        exceptCycleId === null ? undefined : ne(resolutions.cycleId, exceptCycleId),
      ),
    );
  return row?.cycles ?? 0;
}

/** The addresses of members, for the invitation to a meeting. */
export async function addressesOf(db: Db, accountIds: readonly string[]) {
  const rows = await db
    .select({ accountId: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(inArray(accounts.id, [...accountIds]), isNotNull(accounts.email)))
    .orderBy(accounts.id)
    .limit(mostRows);
  return rows.flatMap(({ accountId, email }) => (email === null ? [] : [{ accountId, email }]));
}
