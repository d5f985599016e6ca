import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feedbackQuorum } from "#app/domain/feedback/poll.ts";
import { decideSignOff } from "#app/domain/feedback/sign-off.ts";
import { planStages, planStandings } from "#app/domain/plan/states.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { listDemonstrationPeople } from "#db/queries/demonstration.ts";
import { countAnswers, votersOf } from "#db/queries/feedback.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { fillHistory } from "#db/seed/fill-history.ts";
import { fillTasking } from "#db/seed/fill-tasking.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

interface Motion {
  votes_for: number;
  votes_against: number;
  is_carried: boolean;
}

const now = new Date("2026-11-26T10:00:00Z");
const said: string[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await fillDemonstration(database.db, now, () => undefined);
});
afterAll(() => database.close());

const fill = (signal?: AbortSignal) => fillHistory(database.db, now, (line) => said.push(line), signal);
const rowsIn = async (table: "cycles" | "priorities") => {
  const [row] = await database.db.select({ rows: count() }).from(schema[table]);
  return row?.rows ?? 0;
};

test("is filled a neighbourhood at a time, cut off and begun again, once", async () => {
  const stop = new AbortController();
  const cutOff = fillHistory(
    database.db,
    now,
    (line) => {
      said.push(line);
      stop.abort();
    },
    stop.signal,
  );
  expect(await cutOff).toBe(true);
  expect(await rowsIn("cycles")).toBe(25 * 8);
  expect(await fill()).toBe(true);
  expect(await rowsIn("cycles")).toBe(103 * 8);
  expect(said.at(-1)).toBe("The demonstration's history: 78 of 103 neighbourhoods.");
  expect(await fill()).toBe(false);
  expect(await rowsIn("cycles")).toBe(103 * 8);
});

test("holds together: places, origins, votes", async () => {
  const { db } = database;
  const crowded = rowsOf(
    await db.execute(
      sql`select neighbourhood_id from priorities where slot is not null group by 1 having count(*) > 3`,
    ),
  );
  expect(crowded).toEqual([]);
  const origins = await db.selectDistinct({ origin: schema.priorities.origin }).from(schema.priorities);
  expect(origins.map(({ origin }) => origin).sort()).toEqual(["community-cycle", "snt-urgent"]);
  const lost = rowsOf(
    await db.execute(
      sql`select b.id from ballots b, unnest(b.choices) as choice where not exists (
            select from candidates c where c.cycle_id = b.cycle_id and c.number = choice and c.is_shortlisted)`,
    ),
  );
  expect(lost).toEqual([]);
  expect(await rowsIn("priorities")).toBeGreaterThan(500);
});

test("every priority has both plans, and some are at each stage and each end", async () => {
  const { db } = database;
  const without = rowsOf(
    await db.execute(
      sql`select p.reference from priorities p left join plans s on s.priority_id = p.id
          left join engagement_plans e on e.priority_id = p.id where s.id is null or e.id is null`,
    ),
  );
  expect(without).toEqual([]);
  const stages = await db.selectDistinct({ stage: schema.plans.stage }).from(schema.plans);
  expect(stages.map(({ stage }) => stage).sort()).toEqual([...planStages].sort());
  const standings = await db.selectDistinct({ standing: schema.plans.standing }).from(schema.plans);
  expect(standings.map(({ standing }) => standing).sort()).toEqual([...planStandings].sort());
  const [ends] = rowsOf<Record<string, number>>(
    await db.execute(sql`
      select count(*) filter (where state = 'signed-off')::int as signed,
        count(*) filter (where state = 'signed-off' and exists (
          select from priority_events e where e.priority_id = p.id and e.to = 'returned'))::int as after_refusal,
        count(*) filter (where state = 'signed-off' and exists (
          select from feedback_rounds f where f.priority_id = p.id and f.kind = 'sign-off' and f.is_few_replies))::int as few,
        count(*) filter (where state = 'closed-without-signoff')::int as closed,
        count(*) filter (where exists (
          select from priority_events e where e.priority_id = p.id and e.to = 'recurred'))::int as recurred
      from priorities p`),
  );
  expect(ends?.["signed"]).toBeGreaterThan(400);
  expect(ends?.["after_refusal"]).toBeGreaterThan(40);
  expect(ends?.["few"]).toBeGreaterThan(50);
  expect(ends?.["closed"]).toBeGreaterThan(20);
  expect(ends?.["recurred"]).toBeGreaterThan(8);
});

test("is what the rules of sign-off allow, with every guard of the database on", async () => {
  const { db } = database;
  const off = rowsOf(
    await db.execute(sql`select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`),
  );
  expect(off).toEqual([]);
  const decided = rowsOf<
    { is_passed: boolean; is_few_replies: boolean; present: number; quorum: number } & Motion
  >(
    await db.execute(sql`
      select f.is_passed, f.is_few_replies, r.present, r.quorum, i.votes_for, i.votes_against, i.is_carried
      from resolutions r join resolution_items i on i.resolution_id = r.id
      join lateral (select * from feedback_rounds f where f.priority_id = i.priority_id and f.kind = 'sign-off'
        and f.closed_at <= r.decided_at order by f.number desc limit 1) f on true
      where r.kind = 'sign-off' and r.state = 'decided'`),
  );
  expect(decided.length).toBeGreaterThan(400);
  for (const one of decided) {
    const { outcome } = decideSignOff(
      { isPassed: one.is_passed, isFewReplies: one.is_few_replies },
      { isQuorate: one.present >= one.quorum, isCarried: one.votes_for > one.votes_against },
    );
    expect(outcome).toBe(one.is_carried ? "signed-off" : "returned");
  }
  const [open] = await db
    .select({ id: schema.priorities.id })
    .from(schema.priorities)
    .where(eq(schema.priorities.state, "feedback-open"))
    .limit(1);
  await expect(
    db
      .update(schema.priorities)
      .set({ state: "signed-off", slot: null })
      .where(eq(schema.priorities.id, open?.id ?? "")),
  ).rejects.toMatchObject({ cause: { constraint: "priorities_signed_off" } });
});

test("counts the voters of each round as the platform counts them", async () => {
  const { db } = database;
  const rounds = await db.select().from(schema.feedbackRounds).orderBy(schema.feedbackRounds.id).limit(60);
  for (const { id, priorityId, voters, quorum, closedAt, solved, told } of rounds) {
    expect(voters).toBe(await votersOf(db, priorityId));
    expect(quorum).toBe(feedbackQuorum(voters, defaultSettings));
    if (closedAt !== null) expect(await countAnswers(db, id)).toMatchObject({ solved, told });
  }
});

test("gives those who work in the first neighbourhoods something to do, and visitors nobody more to become", async () => {
  const { db } = database;
  const owned = rowsOf<{ kind: string; state: string }>(
    await db.execute(sql`
      select distinct a.kind::text as kind, x.state::text as state from plan_actions x
      join accounts a on a.id = x.owner_id where x.state in ('open', 'blocked')`),
  );
  expect(owned).toContainEqual({ kind: "staff", state: "open" });
  expect(owned).toContainEqual({ kind: "member", state: "open" });
  const people = await listDemonstrationPeople(db);
  expect(people.every(({ name }) => name !== null)).toBe(true);
  expect(people.filter(({ role }) => role === "resident")).toHaveLength(3);
});

test("joint tasking is filled a few meetings at a time, cut off and begun again, once", async () => {
  const { db } = database;
  const told: string[] = [];
  const stop = new AbortController();
  const fillAll = (signal?: AbortSignal) =>
    fillTasking(
      db,
      now,
      (line) => {
        told.push(line);
        stop.abort();
      },
      signal,
    );
  expect(await fillAll(stop.signal)).toBe(true);
  expect(await db.$count(schema.taskingGroups)).toBe(4);
  expect(await fillAll()).toBe(true);
  expect(told.at(-1)).toBe("The demonstration's joint tasking: 16 of 16 groups.");
  expect(await db.$count(schema.taskingGroups)).toBe(16);
  const meetings = await db.$count(schema.taskingMeetings);
  expect(meetings).toBeGreaterThan(340);
  expect(await fillAll()).toBe(false);
  expect(await db.$count(schema.taskingMeetings)).toBe(meetings);
  const [written] = rowsOf<{ rows: number }>(
    await db.execute(
      sql`select count(*)::int as rows from audit_events where action = 'demonstration.fill' and details ? 'taskingMeetings'`,
    ),
  );
  expect(written?.rows).toBe(1);
});

test("no meeting is over without its outcomes, and nothing is public that its action does not say", async () => {
  const { db } = database;
  const found = async (query: ReturnType<typeof sql>) => rowsOf(await db.execute(query));
  expect(
    await found(sql`select m.reference from tasking_meetings m join tasking_carried c on c.meeting_id = m.id
      where m.state = 'finished' and c.outcome is null limit 5`),
  ).toEqual([]);
  expect(
    await found(sql`select m.reference from tasking_meetings m where m.state = 'finished' and not exists (
      select from tasking_attendances t where t.meeting_id = m.id and t.state = 'present') limit 5`),
  ).toEqual([]);
  expect(
    await found(sql`select m.reference from tasking_meetings m where m.entries <> (
      select count(*) from tasking_entries e where e.meeting_id = m.id) limit 5`),
  ).toEqual([]);
  expect(
    await found(sql`select a.id from tasking_actions a full join tasking_public_lines l on l.action_id = a.id
      where (a.public_line_state = 'published') <> (l.action_id is not null and l.line = a.public_line) limit 5`),
  ).toEqual([]);
  // What was asked for is closed when the plan goes to its assessment.
  expect(
    await found(sql`select p.reference from tasking_actions a join priorities p on p.id = a.priority_id
      where a.state in ('assigned', 'accepted', 'in-progress')
        and p.state not in ('in-progress', 'returned', 'recurred') limit 5`),
  ).toEqual([]);
});

test("is left out where the force is no demonstration", async () => {
  const other = await openTestDatabase();
  await fillDemonstration(other.db, now, () => undefined);
  await other.db
    .update(schema.forces)
    .set({ isDemonstration: false })
    .where(eq(schema.forces.slug, "derbyshire"));
  expect(await fillHistory(other.db, now, () => undefined)).toBe(false);
  expect(await fillTasking(other.db, now, () => undefined)).toBe(false);
  await other.close();
});
