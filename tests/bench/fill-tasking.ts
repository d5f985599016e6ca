import { sql } from "drizzle-orm";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db } from "#db/types.ts";

export const benchAgencies = 30;
/** Of each agency. */
const openActions = 250;
const meetingsOfGroup = 24;

/**
 * Thirty agencies under one agreement of the whole force, twelve groups with two years of monthly meetings, and so many
 * actions of each agency, all but 250 of them closed, each in the minutes of a meeting. The first agency's id.
 */
export async function fillTasking(db: Db, now: Date, ofEach: number): Promise<string> {
  await fillDemonstration(db, now, () => undefined);
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    insert into agencies (code, name, kind)
    select 'bench-' || lpad(n::text, 2, '0'), 'Agency ' || n, 'district' from generate_series(1, ${benchAgencies}) n`);
  await db.execute(sql`
    with agreed as (
      insert into agreements (reference, title, purpose, gateway, data_items, security, retention, dpia, state,
        starts_on, review_by, signed_at, made_at, changed_at)
      values ('A-BENCH', 'Of the force', 'x', 'other', 'x', 'x', 'x', 'x', 'signed',
        current_date - 30, current_date + 300, ${at}, ${at}, ${at})
      returning id)
    insert into agreement_parties (agreement_id, agency_id, signatory, signatory_position, signed_on)
    select agreed.id, a.id, 'x', 'x', current_date - 30 from agreed, agencies a where a.code like 'bench-%'`);
  await db.execute(sql`
    with of_partnership as (
      select partnership_id, row_number() over (order by partnership_id) as n
      from (select distinct partnership_id from placements where partnership_id is not null) p)
    insert into tasking_groups (code, name, level, partnership_id, is_force, made_at)
    select 'BN' || n, 'Group ' || n, case when p.partnership_id is null then 'tactical' else 'local' end::tasking_level,
      p.partnership_id, false, ${at}
    from generate_series(1, 12) n left join of_partnership p using (n)`);
  await db.execute(sql`
    insert into tasking_group_neighbourhoods (group_id, neighbourhood_id)
    select distinct g.id, p.neighbourhood_id from tasking_groups g
    join placements p on g.partnership_id is null or p.partnership_id = g.partnership_id
    where g.code like 'BN%'`);
  await db.execute(sql`
    insert into tasking_meetings (reference, group_id, number, state, starts_at, ends_at, place, finished_at, called_at, changed_at)
    select 'J-' || g.code || '-' || n, g.id, n, case when n > ${meetingsOfGroup} then 'called' else 'finished' end::tasking_meeting_state,
      ${at} + (n - ${meetingsOfGroup}) * interval '30 days' - interval '7 days',
      ${at} + (n - ${meetingsOfGroup}) * interval '30 days' - interval '7 days' + interval '2 hours', 'Town hall',
      case when n > ${meetingsOfGroup} then null else ${at} end, ${at}, ${at}
    from tasking_groups g, generate_series(1, ${meetingsOfGroup + 1}) n where g.code like 'BN%'`);
  await addActions(db, now, { from: 1, to: ofEach, closedUpTo: ofEach - openActions });
  await db.transaction(async (tx) => {
    // Minutes that are finished take entries from the platform alone.
    await tx.execute(sql`select set_config('app.actor_kind', 'system', true)`);
    await tx.execute(sql`
      insert into tasking_entries (meeting_id, number, kind, words, action_id, key, at)
      select m.id, row_number() over (partition by m.id order by a.id), 'action', a.task, a.id, gen_random_uuid(), ${at}
      from tasking_actions a
      join tasking_meetings m on m.group_id = a.group_id and m.number = 1 + a.number % ${meetingsOfGroup}`);
  });
  await db.execute(sql`
    insert into tasking_carried (meeting_id, action_id)
    select m.id, a.id from tasking_actions a
    join tasking_meetings m on m.group_id = a.group_id and m.state = 'called' where a.closed_at is null`);
  const [first] = await db.query.agencies.findMany({
    where: (agency, { eq }) => eq(agency.code, "bench-01"),
    limit: 1,
  });
  return first?.id ?? "";
}

/** Nine times as many closed actions of each agency again, from the years before. */
export const multiplyTasking = (db: Db, now: Date, ofEach: number): Promise<void> =>
  addActions(db, now, { from: ofEach + 1, to: 10 * ofEach, closedUpTo: 10 * ofEach });

/** Actions `from` to `to` of each agency, over the twelve groups; the higher the number, the more lately closed. */
async function addActions(
  db: Db,
  now: Date,
  { from, to, closedUpTo }: { from: number; to: number; closedUpTo: number },
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with counted as (select id, row_number() over (order by code) as n from agencies where code like 'bench-%'),
    grouped as (select id, row_number() over (order by code) - 1 as n from tasking_groups where code like 'BN%'),
    wanted as (
      select c.id as agency_id, g.id as group_id, i * ${benchAgencies} + c.n as number, i, i > ${closedUpTo} as is_open,
        ${at} - (mod(${to} - i, 10000) + 1) * interval '8 hours' as closed_at
      from counted c, generate_series(${from}::int, ${to}::int) i join grouped g on g.n = i % 12)
    insert into tasking_actions (group_id, number, kind, task, agency_id, position, due_on, state, result, closed_at,
      public_line_state, withheld_reason, given_at, changed_at)
    select group_id, number, 'environmental', 'Repair what is broken at place ' || number || ', and say when it is done.',
      agency_id, 'Works officer', case when is_open then ${at}::date + mod(i, 60) - 20 else closed_at::date + 3 end,
      (case when is_open then 'accepted' else 'done' end)::tasking_action_state,
      case when is_open then null else 'It was repaired.' end, case when is_open then null else closed_at end,
      (case when is_open then 'none' else 'withheld' end)::public_line_state,
      case when is_open then null else 'It serves no local priority.' end,
      closed_at - interval '40 days', case when is_open then ${at} - mod(i, 1000) * interval '1 minute' else closed_at end
    from wanted`);
}
