import { and, asc, count, eq, ilike, inArray, min, or, sql, type SQL } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { AccountKind, AccountStatus, AreaKind } from "#app/domain/account/account.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { people } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** Residents manage themselves: these pages are about everybody else. */
const managedKinds = ["staff", "member"] as const satisfies readonly AccountKind[];

const columns = {
  id: accounts.id,
  kind: accounts.kind,
  status: accounts.status,
  name: accounts.name,
  email: accounts.email,
  createdAt: accounts.createdAt,
  lastSeenAt: accounts.lastSeenAt,
  closedAt: accounts.closedAt,
  personId: accounts.personId,
  personReference: people.reference,
  surname: people.surname,
  agencyId: accounts.agencyId,
  agencyCode: agencies.code,
  agencyName: agencies.name,
};

const selectPeople = (db: Db, where: SQL | undefined) =>
  db
    .select(columns)
    .from(accounts)
    .leftJoin(people, eq(people.id, accounts.personId))
    .leftJoin(agencies, eq(agencies.id, accounts.agencyId))
    .where(and(inArray(accounts.kind, managedKinds), where));

export type Person = Awaited<ReturnType<typeof selectPeople>>[number];

// The id breaks ties and stands in the address of the next page, where a name must not.
const sortKey = sql`lower(coalesce(${accounts.name}, '')), ${accounts.id}`;

export interface PeopleFilter {
  kind?: AccountKind | undefined;
  status?: AccountStatus | undefined;
  role?: Role | undefined;
  area?: { kind: AreaKind; id: string } | undefined;
}

/** Which neighbourhoods each account's roles of a day reach, by post and by appointment for less than the force. */
function rolesOn(db: Db, today: Day): SQL {
  const teams = editionIdAt(db, "teams");
  const runs = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date) and ended_at is null`;
  return sql`
    with held as (
      select a.id as account_id, h.post_id from accounts a
      join post_holdings h on h.person_id = a.person_id and h.edition_id = (${teams})
      where h.held_from <= ${today}::date and (h.held_to is null or h.held_to >= ${today}::date)
      union
      select account_id, post_id from appointments where post_id is not null and ${runs}
    )
    select held.account_id,
           case d.kind when 'sergeant' then 'sergeant' when 'ranger' then 'partner' when 'warden' then 'partner'
                else 'constable' end as role,
           l.neighbourhood_id
    from held
    join post_details d on d.post_id = held.post_id and d.edition_id = (${teams})
    left join post_allocations l on l.post_id = d.post_id and l.edition_id = d.edition_id
    union all
    select p.account_id, p.role::text, pl.neighbourhood_id
    from appointments p
    left join placements pl on pl.edition_id = (${editionIdAt(db, "structure")})
      and p.area_id = case p.area_kind when 'bcu' then pl.bcu_id when 'section' then pl.section_id
        when 'partnership' then pl.partnership_id when 'team' then pl.team_id
        when 'neighbourhood' then pl.neighbourhood_id end
    where p.role is not null and ${runs}`;
}

const areaColumn: Readonly<Record<Exclude<AreaKind, "force">, SQL>> = {
  bcu: sql`bcu_id`,
  section: sql`section_id`,
  partnership: sql`partnership_id`,
  team: sql`team_id`,
  neighbourhood: sql`neighbourhood_id`,
};

function holdsRole(db: Db, { role, area }: PeopleFilter, today: Day): SQL | undefined {
  if (role === undefined && area === undefined) return undefined;
  const isRole = role === undefined ? sql`true` : sql`r.role = ${role}`;
  const isArea =
    area === undefined || area.kind === "force"
      ? sql`true`
      : sql`r.neighbourhood_id in (
          select neighbourhood_id from placements
          where edition_id = (${editionIdAt(db, "structure")}) and ${areaColumn[area.kind]} = ${area.id})`;
  return sql`${accounts.id} in (select r.account_id from (${rolesOn(db, today)}) r where ${isRole} and ${isArea})`;
}

/** People by name, after the one of `afterId`; those who wait have a queue of their own. */
export function listPeople(
  db: Db,
  filter: PeopleFilter,
  today: Day,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<Person[]> {
  const { kind, status } = filter;
  const isAfter =
    afterId === null
      ? undefined
      : sql`(lower(coalesce(${accounts.name}, '')), ${accounts.id}) > (
          select lower(coalesce(name, '')), id from accounts where id = ${afterId})`;
  return selectPeople(
    db,
    and(
      kind === undefined ? undefined : eq(accounts.kind, kind),
      eq(accounts.status, status ?? "active"),
      holdsRole(db, filter, today),
      isAfter,
    ),
  )
    .orderBy(sortKey)
    .limit(limit);
}

/** What `like` takes for itself is looked for as it is. */
const literally = (words: string) => words.replace(/[\\%_]/g, "\\$&");

/** People whose name or surname contains the words, open accounts first. */
export function searchPeople(db: Db, words: string, limit: number): Promise<Person[]> {
  const pattern = `%${literally(words)}%`;
  return selectPeople(db, or(ilike(accounts.name, pattern), ilike(people.surname, pattern)))
    .orderBy(sql`${accounts.status} = 'closed'`, sortKey)
    .limit(limit);
}

/** Who signed in for the first time and is linked to nothing yet, the longest waiting first. */
export const listWaiting = (db: Db, limit: number): Promise<Person[]> =>
  selectPeople(db, eq(accounts.status, "waiting"))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(limit);

/** How many wait, and since when the first does; null where nobody does. */
export async function countWaiting(db: Db): Promise<{ count: number; since: Date | null }> {
  const [row] = await db
    .select({ count: count(), since: min(accounts.createdAt) })
    .from(accounts)
    .where(and(inArray(accounts.kind, managedKinds), eq(accounts.status, "waiting")));
  return row ?? { count: 0, since: null };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One member of staff or of a partner, or null: a resident is not found here, nor is what is no id. */
export async function findPerson(db: Db, id: string): Promise<Person | null> {
  if (!uuid.test(id)) return null;
  const [person] = await selectPeople(db, eq(accounts.id, id)).limit(1);
  return person ?? null;
}

/** Those who can be named as somebody's deputy: staff with an open account, by name. */
export const listDeputies = (db: Db, limit: number): Promise<{ id: string; name: string | null }[]> =>
  db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.kind, "staff"), eq(accounts.status, "active")))
    .orderBy(sortKey)
    .limit(limit);
