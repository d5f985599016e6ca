import { and, asc, desc, eq, gt, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { AreaKind } from "#app/domain/account/account.ts";
import type { NamedArea } from "#app/domain/account/area-words.ts";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { placements } from "#db/schema/structure.ts";
import { posts } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { editionIdAt } from "./edition-at.ts";

// More than anybody is given in a career; only bounds the list.
const mostAppointments = 100;

// More neighbourhoods than any force has; only a bound.
const mostNeighbourhoods = 5_000;

// Any constant: it only has to be the same in every process of this platform.
const administratorsLock = 7_203_104_2007;

/** Makes changes that could leave the force without an administrator wait for one another. */
export const lockAdministrators = async (tx: Db): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${administratorsLock})`);
};

/** Makes those who give the same post wait for one another. */
export const lockPost = async (tx: Db, postId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`post:${postId}`}, 0))`);
};

export async function insertAppointment(tx: Db, values: typeof appointments.$inferInsert): Promise<string> {
  const [row] = await tx.insert(appointments).values(values).returning({ id: appointments.id });
  if (row === undefined) throw new Error("The database returned no appointment.");
  return row.id;
}

/** Ends an appointment of an account; false when it had ended already or is not theirs. */
export async function endAppointment(tx: Db, accountId: string, id: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(appointments)
    .set({ endedAt: now })
    .where(and(eq(appointments.id, id), eq(appointments.accountId, accountId), isNull(appointments.endedAt)))
    .returning({ id: appointments.id });
  return ended.length > 0;
}

/** Who else is an administrator with no last day, besides this account or this appointment. */
export async function hasOtherAdministrator(
  db: Db,
  day: Day,
  besides: { accountId: string } | { appointmentId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: appointments.id })
    .from(appointments)
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .where(
      and(
        eq(appointments.role, "administrator"),
        isAppointedOn(day),
        isNull(appointments.endsOn),
        eq(accounts.status, "active"),
        "accountId" in besides
          ? ne(appointments.accountId, besides.accountId)
          : ne(appointments.id, besides.appointmentId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whether an account holds an appointment of this role that runs today and has not ended. */
export async function isAppointed(db: Db, accountId: string, role: Role, day: Day): Promise<boolean> {
  const rows = await db
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.accountId, accountId), eq(appointments.role, role), isAppointedOn(day)))
    .limit(1);
  return rows.length > 0;
}

/** Whether a role for the same area is held by, or promised to, the account on or after a day. */
export async function hasSameRole(
  db: Db,
  accountId: string,
  {
    role,
    area,
    startsOn,
    endsOn,
  }: {
    role: Role;
    area: { kind: AreaKind; id: string | null };
    startsOn: Day;
    endsOn: Day | null;
  },
): Promise<boolean> {
  const rows = await db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.accountId, accountId),
        eq(appointments.role, role),
        eq(appointments.areaKind, area.kind),
        area.id === null ? isNull(appointments.areaId) : eq(appointments.areaId, area.id),
        isNull(appointments.endedAt),
        or(isNull(appointments.endsOn), gte(appointments.endsOn, startsOn)),
        endsOn === null ? undefined : lte(appointments.startsOn, endsOn),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The appointment to a post that runs on a day or starts later, or null. */
export async function appointmentToPost(
  db: Db,
  postId: string,
  day: Day,
): Promise<{ id: string; accountId: string; name: string | null } | null> {
  const [row] = await db
    .select({ id: appointments.id, accountId: appointments.accountId, name: accounts.name })
    .from(appointments)
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .where(
      and(
        eq(appointments.postId, postId),
        isNull(appointments.endedAt),
        or(isNull(appointments.endsOn), gte(appointments.endsOn, day), gt(appointments.startsOn, day)),
        ne(accounts.status, "closed"),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** One role or post as it was given. */
export interface Appointment {
  id: string;
  role: Role | null;
  /** Null for a post, and for an area that the structure in force does not have any more. */
  area: NamedArea | null;
  postReference: string | null;
  startsOn: Day;
  endsOn: Day | null;
  endedAt: Date | null;
}

/** What an account was given, the latest first. */
export async function listAppointments(db: Db, accountId: string): Promise<Appointment[]> {
  const rows = await db
    .select({
      id: appointments.id,
      role: appointments.role,
      areaKind: appointments.areaKind,
      areaId: appointments.areaId,
      postReference: posts.reference,
      startsOn: appointments.startsOn,
      endsOn: appointments.endsOn,
      endedAt: appointments.endedAt,
    })
    .from(appointments)
    .leftJoin(posts, eq(posts.id, appointments.postId))
    .where(eq(appointments.accountId, accountId))
    .orderBy(desc(appointments.startsOn), asc(appointments.id))
    .limit(mostAppointments);
  const areas = await listAreas(db);
  return rows.map(({ areaKind, areaId, ...row }) => ({
    ...row,
    area: areas.find(({ kind, id }) => kind === areaKind && id === areaId) ?? null,
  }));
}

/** The appointment of an account that has not ended, or null. */
export async function findAppointment(db: Db, accountId: string, id: string) {
  const [row] = await db
    .select({ id: appointments.id, role: appointments.role, areaKind: appointments.areaKind })
    .from(appointments)
    .where(and(eq(appointments.id, id), eq(appointments.accountId, accountId), isNull(appointments.endedAt)))
    .limit(1);
  return row ?? null;
}

/** Every area that a role can be given for in the structure in force, the widest first, each kind by name. */
export async function listAreas(db: Db): Promise<NamedArea[]> {
  const rows = await db
    .select({
      bcu: { id: placements.bcuId, name: placements.bcuName },
      section: { id: placements.sectionId, name: placements.sectionName },
      partnership: { id: placements.partnershipId, name: placements.partnershipName },
      team: { id: placements.teamId, name: placements.teamName },
      neighbourhood: {
        id: placements.neighbourhoodId,
        name: sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`,
      },
    })
    .from(placements)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, placements.neighbourhoodId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
        eq(boundaries.neighbourhoodId, placements.neighbourhoodId),
      ),
    )
    .where(eq(placements.editionId, editionIdAt(db, "structure")))
    .limit(mostNeighbourhoods);
  const ofKind = (kind: Exclude<AreaKind, "force">): NamedArea[] =>
    [...new Map(rows.map((row) => [row[kind].id, row[kind].name]))]
      .map(([id, name]) => ({ kind, id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  return [
    { kind: "force", id: null, name: "" },
    ...(["bcu", "section", "partnership", "team", "neighbourhood"] as const).flatMap(ofKind),
  ];
}
