import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { scopeOf, visitor, type Actor } from "#app/domain/actor.ts";
import type { WantedPractice } from "#app/domain/practice/practice.ts";
import { changePractice } from "#app/services/practice/change-practice.server.ts";
import { publishPractice } from "#app/services/practice/publish-practice.server.ts";
import { withdrawPractice } from "#app/services/practice/withdraw-practice.server.ts";
import { writePractice } from "#app/services/practice/write-practice.server.ts";
import { closedWithoutPractice, findPractice, listPractice } from "#db/queries/practice.ts";
import { findPublishedPractice, practiceFor, searchPractice } from "#db/queries/public-practice.ts";
import { plans, practiceItems, priorities } from "#db/schema/index.ts";
import { fillPractice } from "#db/seed/fill-practice.ts";
import { withActor } from "#db/with-actor.ts";
import { now, openPeopleTest, today, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
let sergeant: Actor;
let other: Actor;
let inspector: Actor;
const wanted: WantedPractice = {
  category: "speeding",
  title: "A sign that shows the speed",
  problem: "Drivers went too fast past the school.",
  response: "The council put up a sign.",
  outcome: "Fewer drivers go too fast.",
  evaluatedBy: null,
  isTransferable: null,
  transferNote: null,
  contactRole: "The neighbourhood sergeant",
  year: 2026,
};
const library = { limit: 20, offset: 0 };

beforeAll(async () => {
  force = await openPeopleTest();
  const at = (code: string) => ({ kind: "neighbourhood", areaId: force.id(code) }) as const;
  for (const [name, role, where] of [
    ["Sergeant", "sergeant", "n1"],
    ["Other", "sergeant", "n4"],
    ["Inspector", "inspector", "n1"],
  ] as const) {
    await force.account(name);
    await force.appoint(name, role, at(where));
  }
  [sergeant, other, inspector] = await Promise.all([
    force.actor("Sergeant"),
    force.actor("Other"),
    force.actor("Inspector"),
  ]);
});
afterAll(() => force.close());
beforeEach(() => force.db.delete(practiceItems));

const deps = () => ({ db: force.db, now });
const ask = (terms: readonly string[], category: WantedPractice["category"] | null = null) =>
  withActor(force.db, visitor(), (tx) => searchPractice(tx, { terms, category }, library));
const read = (slug: string) => withActor(force.db, visitor(), (tx) => findPublishedPractice(tx, slug));

/** A priority of n1 whose plan is closed, or not yet. */
async function addPriority(reference: string, isClosed: boolean) {
  const [priority] = await force.db
    .insert(priorities)
    .values({
      reference,
      neighbourhoodId: force.id("n1"),
      origin: "partner",
      state: "lapsed",
      category: "speeding",
      title: "Speeding",
      statement: "Drivers go too fast.",
      changedAt: now,
    })
    .returning();
  await force.db.insert(plans).values({
    priorityId: priority?.id ?? "",
    begunOn: today,
    sergeantDueOn: today,
    inspectorDueOn: today,
    ...(isClosed ? { stage: "closed", closedAt: now } : {}),
    changedAt: now,
  });
}

describe("an entry", () => {
  test("is written as a draft, published by the inspector, and taken out again", async () => {
    const written = await writePractice(deps(), sergeant, null, wanted);
    expect(written).toEqual({ ok: true, slug: "a-sign-that-shows-the-speed" });
    const first = { slug: "a-sign-that-shows-the-speed", version: 1 };
    expect(await ask(["sign"])).toEqual([]);
    expect(await read(first.slug)).toBeNull();
    expect(await publishPractice(deps(), sergeant, first)).toBeNull();
    expect(await publishPractice(deps(), inspector, first)).toEqual({ ok: true });
    expect(await read(first.slug)).toEqual({
      ...wanted,
      slug: first.slug,
      isFromElsewhere: true,
      priority: null,
    });
    const second = { ...first, version: 2 };
    expect(await publishPractice(deps(), inspector, first)).toMatchObject({ ok: false });
    // What everybody reads is changed by whoever may publish it.
    expect(await changePractice(deps(), sergeant, second, { ...wanted, title: "Other" })).toBeNull();
    expect(await changePractice(deps(), inspector, second, { ...wanted, year: 2025 })).toEqual({ ok: true });
    expect(await withdrawPractice(deps(), inspector, { ...first, version: 3 })).toEqual({ ok: true });
    expect(await read(first.slug)).toBeNull();
    expect((await force.actions()).slice(-4)).toEqual([
      "practice.write",
      "practice.publish",
      "practice.change",
      "practice.withdraw",
    ]);
  });

  test("with a title that another has gets an address of its own", async () => {
    await writePractice(deps(), sergeant, null, wanted);
    expect(await writePractice(deps(), sergeant, null, wanted)).toEqual({
      ok: true,
      slug: "a-sign-that-shows-the-speed-2",
    });
  });

  test("that names somebody is refused", async () => {
    expect(
      await writePractice(deps(), sergeant, null, { ...wanted, response: "Mr Hollis put up a sign." }),
    ).toMatchObject({ errors: [{ field: "response" }] });
  });

  test("of a plan is made once, when it is closed, by those whose plan it is", async () => {
    await addPriority("P-33333", false);
    await addPriority("P-44444", true);
    expect(await writePractice(deps(), sergeant, "P-33333", wanted)).toMatchObject({ ok: false });
    expect(await writePractice(deps(), other, "P-44444", wanted)).toBeNull();
    expect(await writePractice(deps(), sergeant, "P-99999", wanted)).toBeNull();
    const toWriteUp = (actor: Actor) => {
      const scope = scopeOf(actor, "practice:write");
      return scope === null
        ? Promise.resolve([])
        : withActor(force.db, actor, (tx) => closedWithoutPractice(tx, scope, 10));
    };
    expect(await toWriteUp(sergeant)).toMatchObject([{ reference: "P-44444" }]);
    expect(await toWriteUp(other)).toEqual([]);
    const both = await Promise.all([
      writePractice(deps(), sergeant, "P-44444", wanted),
      writePractice(deps(), sergeant, "P-44444", wanted),
    ]);
    expect(both.filter((one) => one?.ok === true)).toHaveLength(1);
    expect(await toWriteUp(sergeant)).toEqual([]);

    const seen = async (actor: Actor) => {
      const scope = scopeOf(actor, "practice:write");
      if (scope === null) throw new Error("They may not write.");
      return withActor(force.db, actor, async (tx) => ({
        listed: (await listPractice(tx, scope, library)).length,
        found: await findPractice(tx, "a-sign-that-shows-the-speed", scope),
      }));
    };
    expect(await seen(sergeant)).toMatchObject({ listed: 1, found: { reference: "P-44444" } });
    expect(await seen(other)).toEqual({ listed: 0, found: null });
    expect(
      await changePractice(deps(), other, { slug: "a-sign-that-shows-the-speed", version: 1 }, wanted),
    ).toBeNull();
    await publishPractice(deps(), inspector, { slug: "a-sign-that-shows-the-speed", version: 1 });
    expect(await seen(other)).toMatchObject({ listed: 1, found: { reference: "P-44444" } });
    expect(await read("a-sign-that-shows-the-speed")).toMatchObject({
      priority: "P-44444",
      isFromElsewhere: false,
    });
  });
});

describe("the examples that the platform brings", () => {
  test("are there once, found by words and by kind of problem, and stay as they were changed", async () => {
    await fillPractice(force.db, now);
    expect(await ask(["radoi"])).toMatchObject([{ slug: "shops-linked-by-radio", evaluatedBy: null }]);
    expect(await ask(["radio"], "damage")).toEqual([]);
    expect(await ask([], "damage")).toMatchObject([{ slug: "cameras-lent-to-residents" }]);
    expect(await ask([])).toHaveLength(3);
    const first = { slug: "shops-linked-by-radio", version: 1 };
    await withdrawPractice(deps(), inspector, first);
    await fillPractice(force.db, now);
    expect(await ask([])).toHaveLength(2);
  });

  test("are suggested to whoever works on the same kind of problem, the evaluated first", async () => {
    await fillPractice(force.db, now);
    const more = { ...wanted, category: "shop-theft", evaluatedBy: "a university", year: 2001 } as const;
    await writePractice(deps(), sergeant, null, more);
    const suggested = () =>
      withActor(force.db, sergeant, (tx) => practiceFor(tx, "shop-theft", 3)).then((items) =>
        items.map(({ slug }) => slug),
      );
    expect(await suggested()).toEqual(["shops-linked-by-radio"]);
    await publishPractice(deps(), inspector, { slug: "a-sign-that-shows-the-speed", version: 1 });
    expect(await suggested()).toEqual(["a-sign-that-shows-the-speed", "shops-linked-by-radio"]);
  });
});
