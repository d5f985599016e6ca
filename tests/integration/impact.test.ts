import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import type { WantedOpening } from "#app/domain/impact/assessment.ts";
import { addImpactAction } from "#app/services/impact/add-impact-action.server.ts";
import { advise } from "#app/services/impact/advise.server.ts";
import { changeImpact } from "#app/services/impact/change-impact.server.ts";
import { closeImpact } from "#app/services/impact/close-impact.server.ts";
import { consult } from "#app/services/impact/consult.server.ts";
import { finishAction } from "#app/services/impact/finish-impact-action.server.ts";
import { openImpact } from "#app/services/impact/open-impact.server.ts";
import { readImpact, readImpacts } from "#app/services/impact/read-impact.server.ts";
import { readQuestion } from "#app/services/impact/read-question.server.ts";
import { recordAdvice } from "#app/services/impact/record-advice.server.ts";
import { remindOfReviews } from "#app/services/impact/remind-of-reviews.server.ts";
import { reviewImpact } from "#app/services/impact/review-impact.server.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openingOf } from "./impact-things.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

let desk: TaskingDesk;
let inspector: Actor;
let adviser: Actor;

beforeAll(async () => {
  desk = await openTaskingDesk();
  [inspector, adviser] = await Promise.all([desk.as("Inspector"), desk.as("Adviser")]);
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.delete(schema.impactAssessments);
  await desk.db.delete(schema.staffNotices);
});

const hourMs = 3_600_000;
const later = (hours: number) => ({ db: desk.db, now: new Date(desk.now.getTime() + hours * hourMs) });
const wanted = (changed: Partial<WantedOpening> = {}): WantedOpening =>
  openingOf([desk.id("n1"), desk.id("n2")], changed);

async function open(changed: Partial<WantedOpening> = {}): Promise<string> {
  const opened = await openImpact(desk.deps, inspector, wanted(changed));
  if (opened?.ok !== true) throw new Error(`Not opened: ${JSON.stringify(opened)}`);
  return opened.reference;
}
const stored = async (reference: string) => {
  const [row] = await desk.db
    .select()
    .from(schema.impactAssessments)
    .where(eq(schema.impactAssessments.reference, reference));
  if (row === undefined) throw new Error("It is not there.");
  return row;
};
const fieldsOf = (
  result: Awaited<ReturnType<typeof closeImpact>> | Awaited<ReturnType<typeof openImpact>>,
) => (result === null || result.ok ? result : result.errors.map(({ field }) => field));
const notices = async () =>
  (await desk.db.select().from(schema.staffNotices)).map(({ accountId, kind }) => [accountId, kind] as const);
const review = (tension: "low" | "high", words = "It is calmer.") => ({ tension, words, reviewHours: null });

describe("opening", () => {
  test.each([
    ["low", 168],
    ["medium", 72],
    ["high", 24],
    ["critical", 24],
  ] as const)("at %s tension makes a review due within %i hours, and is recorded", async (tension, hours) => {
    const reference = await open({ tension });
    const row = await stored(reference);
    expect(row.reviewDueAt).toEqual(new Date(desk.now.getTime() + hours * hourMs));
    expect(row.isCritical).toBe(tension === "critical");
    const record = await desk.auditOf("impact.open");
    expect(record.at(-1)).toMatchObject({ subjectId: row.id, details: { tension, neighbourhoods: 2 } });
  });

  test("takes only neighbourhoods of the writer's own area", async () => {
    const ids = [desk.id("n1"), desk.id("n4")];
    expect(fieldsOf(await openImpact(desk.deps, inspector, wanted({ neighbourhoodIds: ids })))).toEqual([
      "neighbourhoodIds",
    ]);
    expect(await desk.db.$count(schema.impactAssessments)).toBe(0);
  });

  test("refuses what belongs elsewhere, and a link that leads nowhere", async () => {
    expect(fieldsOf(await openImpact(desk.deps, inspector, wanted({ what: "It went to MARAC." })))).toEqual([
      "what",
    ]);
    expect(fieldsOf(await openImpact(desk.deps, inspector, wanted({ meeting: "J-99999" })))).toEqual([
      "meeting",
    ]);
    expect(fieldsOf(await openImpact(desk.deps, inspector, wanted({ priority: "P-99999" })))).toEqual([
      "priority",
    ]);
  });

  test("joins it to a joint tasking meeting", async () => {
    const reference = await open({ meeting: "j 22222" });
    const [meeting] = await desk.db.select().from(schema.taskingMeetings);
    expect((await stored(reference)).meetingId).toBe(meeting?.id);
  });

  test.each(["Sergeant", "Commander", "Analyst", "Adviser", "Council officer", "Chair"] as const)(
    "is not for: %s",
    async (name) => {
      expect(await openImpact(desk.deps, await desk.as(name), wanted())).toBeNull();
    },
  );
});

describe("reading", () => {
  test.each([
    ["Inspector", true],
    ["Commander", true],
    ["Chief officer", true],
    ["Records", true],
    ["Sergeant", false],
    ["Far sergeant", false],
    ["Analyst", false],
    ["Adviser", false],
    ["Council officer", false],
    ["Chair", false],
  ] as const)("%s: %s; by row-level security alone as well", async (name, reads) => {
    const reference = await open();
    const actor = await desk.as(name);
    expect((await readImpact(desk.deps, actor, reference, "impact")) !== null).toBe(reads);
    const all = await withActor(desk.db, actor, async (tx) => [
      await tx.$count(schema.impactAssessments),
      await tx.$count(schema.impactNeighbourhoods),
    ]);
    expect(all).toEqual(reads ? [1, 2] : [0, 0]);
  });

  test("each reading is recorded, that of the list too", async () => {
    const reference = await open();
    const before = (await desk.auditOf("impact.read")).length;
    await readImpact(desk.deps, inspector, reference, "impact");
    const listed = await readImpacts(desk.deps, inspector, { isOpen: true, limit: 10, offset: 0 });
    expect(listed).toMatchObject([{ reference, tension: "high" }]);
    expect(listed?.[0]?.places).toHaveLength(2);
    const record = (await desk.auditOf("impact.read")).slice(before);
    expect(record.map(({ details }) => details)).toMatchObject([
      { page: "impact" },
      { page: "list", rows: 1 },
    ]);
  });
});

describe("advice", () => {
  const question = () => ({
    kind: "iag" as const,
    who: "IAG member for faith communities",
    adviserId: desk.id("Adviser"),
    question: "How will worshippers take more patrols?",
  });
  const asked = async () => {
    const reference = await open();
    expect(await consult(desk.deps, inspector, reference, question())).toEqual({ ok: true });
    const [row] = await desk.db.select().from(schema.impactConsultations);
    if (row === undefined) throw new Error("Nobody was asked.");
    return { reference, consultationId: row.id };
  };

  test("is asked of an adviser, who is told, sees the question and the place alone, and answers once", async () => {
    const { reference, consultationId } = await asked();
    expect(await notices()).toEqual([[desk.id("Adviser"), "new"]]);
    const seen = await readQuestion(desk.deps, adviser, consultationId);
    expect(seen).toMatchObject({
      isClosed: false,
      askedBy: "Inspector",
      question: { question: question().question, advice: null },
    });
    expect(seen?.places).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain("fire");
    expect(JSON.stringify(seen)).not.toContain(reference);
    const answer = { consultationId, advice: "They will welcome it if they are told why." };
    expect(await advise(desk.deps, adviser, answer)).toEqual({ ok: true });
    expect(fieldsOf(await advise(desk.deps, adviser, answer))).toEqual(["form"]);
    expect(await notices()).toContainEqual([desk.id("Inspector"), "new"]);
    const read = await readImpact(desk.deps, inspector, reference, "impact");
    expect(read?.consultations).toMatchObject([{ advice: answer.advice, adviser: "Adviser" }]);
  });

  test("is asked once where the form was sent twice; another question is another", async () => {
    const { reference } = await asked();
    const records = (await desk.auditOf("impact.consult")).length;
    expect(await consult(desk.deps, inspector, reference, question())).toEqual({ ok: true });
    expect(await desk.db.$count(schema.impactConsultations)).toBe(1);
    expect(await notices()).toHaveLength(1);
    expect(await desk.auditOf("impact.consult")).toHaveLength(records);
    await consult(desk.deps, inspector, reference, { ...question(), question: "And fewer?" });
    expect(await desk.db.$count(schema.impactConsultations)).toBe(2);
  });

  test("nobody else reads or answers the question", async () => {
    const { consultationId } = await asked();
    for (const name of ["Analyst", "Council officer", "Sergeant"] as const) {
      const actor = await desk.as(name);
      expect(await readQuestion(desk.deps, actor, consultationId)).toBeNull();
      expect(await advise(desk.deps, actor, { consultationId, advice: "Mine." })).toBeNull();
      expect(await withActor(desk.db, actor, (tx) => tx.$count(schema.impactConsultations))).toBe(0);
    }
  });

  test("given by telephone is written down by whoever asked; of a key individual no account is kept", async () => {
    const reference = await open();
    const kin = {
      kind: "kin" as const,
      who: "Traders of the market",
      adviserId: null,
      question: "What do they hear?",
    };
    expect(
      fieldsOf(await consult(desk.deps, inspector, reference, { ...kin, adviserId: desk.id("Adviser") })),
    ).toEqual(["adviserId"]);
    expect(await consult(desk.deps, inspector, reference, kin)).toEqual({ ok: true });
    const [row] = await desk.db.select().from(schema.impactConsultations);
    const advice = { consultationId: row?.id ?? "", advice: "They are worried about Saturday." };
    expect(await recordAdvice(desk.deps, inspector, reference, advice)).toEqual({ ok: true });
    expect(fieldsOf(await recordAdvice(desk.deps, inspector, reference, advice))).toEqual(["form"]);
  });
});

describe("an open assessment", () => {
  test("is changed as it was read; what somebody else changed meanwhile stays", async () => {
    const reference = await open();
    const changed = wanted({ moodNow: "Calmer.", neighbourhoodIds: [desk.id("n2"), desk.id("n3")] });
    expect(await changeImpact(desk.deps, inspector, { reference, version: 1 }, changed)).toEqual({
      ok: true,
    });
    expect(fieldsOf(await changeImpact(desk.deps, inspector, { reference, version: 1 }, wanted()))).toEqual([
      "form",
    ]);
    expect(await stored(reference)).toMatchObject({ moodNow: "Calmer.", version: 2 });
    const places = await desk.db.select().from(schema.impactNeighbourhoods);
    expect(places.map(({ neighbourhoodId }) => neighbourhoodId).sort()).toEqual(
      [desk.id("n2"), desk.id("n3")].sort(),
    );
  });

  test("is not changed by who only reads it", async () => {
    const reference = await open();
    const commander = await desk.as("Commander");
    expect(await changeImpact(desk.deps, commander, { reference, version: 1 }, wanted())).toBeNull();
    expect(await reviewImpact(desk.deps, commander, { reference, version: 1 }, review("low"))).toBeNull();
  });

  test("is reviewed, acted on and closed, in that order", async () => {
    const reference = await open();
    const close = (version: number) =>
      closeImpact(later(2), inspector, { reference, version }, "It passed without trouble.");
    const action = { task: "Meet the committee", position: "Sergeant of the team", dueOn: desk.today };
    expect(await addImpactAction(desk.deps, inspector, reference, action)).toEqual({ ok: true });
    // The same form once more, as two presses of its button send it.
    expect(await addImpactAction(desk.deps, inspector, reference, action)).toEqual({ ok: true });
    expect(await desk.db.$count(schema.impactActions)).toBe(1);
    expect(fieldsOf(await close(1))).toEqual(["form", "form"]);
    expect(await reviewImpact(later(1), inspector, { reference, version: 1 }, review("low"))).toEqual({
      ok: true,
    });
    expect((await stored(reference)).reviewDueAt).toEqual(later(1 + 168).now);
    expect(fieldsOf(await close(2))).toEqual(["form"]);
    const [row] = await desk.db.select().from(schema.impactActions);
    const result = { actionId: row?.id ?? "", result: "They were met." };
    expect(await finishAction(desk.deps, inspector, reference, result)).toEqual({ ok: true });
    expect(await close(2)).toEqual({ ok: true });
    expect(await stored(reference)).toMatchObject({
      reviewDueAt: null,
      closingWords: "It passed without trouble.",
    });
    expect(fieldsOf(await close(3))).toEqual(["form"]);
  });
});

test("whoever opened it and the commander are told before a review is due and when it is late, once each, without content", async () => {
  const reference = await open();
  const remind = (hours: number) =>
    remindOfReviews({ ...later(hours), signal: new AbortController().signal });
  const told = async () => (await notices()).length;
  await remind(19);
  expect(await told()).toBe(0);
  for (const hours of [20.5, 21, 23]) await remind(hours);
  expect(await notices()).toEqual(
    expect.arrayContaining([
      [desk.id("Inspector"), "new"],
      [desk.id("Commander"), "new"],
    ]),
  );
  expect(await told()).toBe(2);
  for (const hours of [25, 30]) await remind(hours);
  expect(await told()).toBe(4);
  const lines = (await desk.db.select().from(schema.staffNotices)).map(({ line }) => line).join(" ");
  expect(lines).toContain(reference);
  expect(lines).not.toMatch(/fire|high|community centre/i);
  await reviewImpact(later(31), inspector, { reference, version: 1 }, review("high"));
  await remind(32);
  expect(await told()).toBe(4);
});
