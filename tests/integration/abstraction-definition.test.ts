import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countingOf, type WantedDefinition } from "#app/domain/abstraction/adoption.ts";
import { bothWays } from "#app/domain/abstraction/both-ways.ts";
import { visitor } from "#app/domain/actor.ts";
import { adoptDefinition } from "#app/services/abstraction/adopt-definition.server.ts";
import { definitionAt, forceByVersion, listDefinitions } from "#db/queries/abstraction-definition.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openPeopleTest, today, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
let wanted: WantedDefinition;
beforeAll(async () => {
  force = await openPeopleTest();
  await force.account("Chief");
  await force.appoint("Chief", "chief-officer");
  await force.account("Sergeant");
  await force.appoint("Sergeant", "sergeant");
  const { words, notes, codes } = await withActor(force.db, visitor(), (tx) => definitionAt(tx, today));
  wanted = {
    words,
    notes,
    change: "Training for the role counts as well.",
    effectiveFrom: "2026-12-01",
    agreedBy: ["The force", "The staff associations"],
    agreedOn: "2026-11-20",
    consultedOn: null,
    codes: codes.map((rule) => ({
      code: rule.code,
      words: rule.words,
      counts: rule.code === "T1" ? "both" : countingOf(rule),
      note: rule.note,
    })),
  };
  await workAndTrain("2026-10-12");
});
afterAll(() => force.close());

/** Ten hours of duty of the constable of n1, half an hour of them response cover and two hours training. */
async function workAndTrain(day: string) {
  const postId = force.id("post pc");
  const span = { from: new Date(`${day}T08:00:00Z`), to: new Date(`${day}T18:00:00Z`) };
  const at = (time: string) => new Date(`${day}T${time}:00Z`);
  await withActor(force.db, await force.actor("Sergeant"), (tx) =>
    keepFigures(tx, [{ postId, ...span }], async () => {
      await tx
        .insert(schema.duties)
        .values({ postId, startsAt: span.from, endsAt: span.to, source: "manual" });
      await tx.insert(schema.abstractionEntries).values(
        (
          [
            ["A1", "08:00", "08:30"],
            ["T1", "10:00", "12:00"],
          ] as const
        ).map(([code, from, to]) => ({
          id: randomUUID(),
          version: 1,
          postId,
          code,
          startsAt: at(from),
          endsAt: at(to),
          source: "log" as const,
          enteredAt: at(to),
        })),
      );
    }),
  );
}

const adopt = async (more: Partial<WantedDefinition> = {}, who = "Chief") =>
  adoptDefinition(force.deps, await force.actor(who), { ...wanted, ...more });
const definitions = () => withActor(force.db, visitor(), listDefinitions);

describe("a version of the definition", () => {
  test("the first is in force, agreed by nobody, with all of its codes", async () => {
    const [first, ...others] = await definitions();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ version: 1, agreedBy: [], agreedOn: null });
    expect(first?.codes).toHaveLength(25);
  });

  test("nobody but a chief officer adopts one", async () => {
    await expect(adopt({}, "Sergeant")).rejects.toThrow("abstraction:define");
  });

  test("one that begins in a month that is over is refused, with where it is wrong", async () => {
    expect(await adopt({ effectiveFrom: "2026-10-01", change: "" })).toEqual({
      ok: false,
      errors: [
        { field: "change", message: "Enter what this version changes" },
        { field: "effectiveFrom", message: "Select a month that is this one or one to come" },
      ],
    });
    expect(await definitions()).toHaveLength(1);
  });

  test("two at once are two versions, or one of them is refused: never the same month twice", async () => {
    const both = await Promise.all([adopt(), adopt()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [second, first] = await definitions();
    expect(second).toMatchObject({
      version: 2,
      effectiveFrom: "2026-12-01",
      agreedBy: ["The force", "The staff associations"],
      change: "Training for the role counts as well.",
    });
    expect(second?.codes.find(({ code }) => code === "T1")).toMatchObject({ countsA: true, countsB: true });
    expect(first?.codes.find(({ code }) => code === "T1")).toMatchObject({ countsA: false, countsB: true });
  });

  test("until its month the one before it is in force", async () => {
    const versions = await withActor(force.db, visitor(), async (tx) => [
      (await definitionAt(tx, "2026-11-30")).version,
      (await definitionAt(tx, "2026-12-01")).version,
    ]);
    expect(versions).toEqual([1, 2]);
  });

  test("the year before it is worked out both ways, at once and with what is entered later", async () => {
    const compared = async () =>
      bothWays(
        await withActor(force.db, await force.actor("Chief"), (tx) =>
          forceByVersion(tx, { from: "2025-12-01", to: "2026-11-01" }),
        ),
        { version: 2, before: 1, from: "2025-12-01", until: "2026-12-01" },
      ).filter(({ before }) => before !== null);
    expect(await compared()).toEqual([{ month: "2026-10-01", before: "5.0%", after: "25.0%, over target" }]);
    await workAndTrain("2026-11-09");
    expect((await compared()).map(({ month }) => month)).toEqual(["2026-10-01", "2026-11-01"]);
  });

  test("what was adopted is never changed", async () => {
    const actor = await force.actor("Chief");
    await expect(
      force.db.update(schema.abstractionDefinitionCodes).set({ words: "Other" }),
    ).rejects.toThrow();
    await withActor(force.db, actor, async (tx) => {
      await tx.update(schema.abstractionDefinitions).set({ words: "Other" });
    });
    expect((await definitions()).map(({ words }) => words)).not.toContain("Other");
  });

  test("is on the record by its numbers alone", async () => {
    const events = await force.db.select().from(schema.auditEvents);
    const adopted = events.filter(({ action }) => action === "abstraction.define");
    expect(adopted.map(({ subjectId, details }) => [subjectId, details])).toEqual([
      ["2", { version: 2, effectiveFrom: "2026-12-01", codes: 25, months: 1 }],
    ]);
  });
});
