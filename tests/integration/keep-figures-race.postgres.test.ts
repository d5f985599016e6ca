import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { renewAllFigures } from "#app/services/abstraction/renew-figures.server.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { testJob } from "#tests/support/job.ts";
import { openFiguresForce, postNames, type FiguresForce } from "./figures-force.ts";

let force: FiguresForce;

beforeAll(async () => {
  force = await openFiguresForce();
});
afterAll(() => force.close());

const sergeant: Actor = {
  kind: "staff",
  accountId: null,
  sessionId: null,
  requestId: null,
  roles: [{ role: "sergeant", area: { neighbourhoodIds: [] }, agencyId: null }],
};

const hourMs = 3_600_000;

/** A duty of a post and an entry in it, on the day so many after the middle of July. */
function logOne(day: number, post: string) {
  const { db, id } = force;
  const from = new Date(Date.parse("2026-07-12T08:00:00Z") + day * 24 * hourMs);
  const to = new Date(from.getTime() + 8 * hourMs);
  const [postId, source] = [id(post), "manual" as const];
  return withActor(db, sergeant, (tx) =>
    keepFigures(tx, [{ postId, from, to }], async () => {
      await tx.insert(schema.duties).values({ postId, startsAt: from, endsAt: to, source });
      await tx.insert(schema.abstractionEntries).values({
        id: crypto.randomUUID(),
        version: 1,
        postId,
        startsAt: from,
        endsAt: new Date(from.getTime() + hourMs),
        code: "C1",
        source: "log",
        enteredAt: from,
      });
    }),
  );
}

test("fifty at once, over the first day of a month and a change of teams: nothing is lost and the figures are right", async () => {
  const logs = Array.from({ length: 50 }, (_, number) =>
    logOne(Math.floor(number / 2), postNames[number % postNames.length] ?? ""),
  );
  const rolledBack = rollBack(testJob(force.db, { now: () => new Date("2026-07-20T12:00:00Z") }), "teams");
  await Promise.all([...logs, rolledBack]);
  expect(await force.db.$count(schema.abstractionEntries)).toBe(50);
  expect(await force.rows()).not.toEqual([]);
  expect((await renewAllFigures(testJob(force.db))).changed).toBe(0);
});
