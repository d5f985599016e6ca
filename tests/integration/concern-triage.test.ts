import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heldExamples } from "#app/domain/concern/detection/examples.ts";
import { answerConcern } from "#app/services/concern/answer-concern.server.ts";
import { approveText } from "#app/services/concern/approve-text.server.ts";
import { mergeConcern } from "#app/services/concern/merge-concern.server.ts";
import { publishSummary } from "#app/services/concern/publish-summary.server.ts";
import { readConcern } from "#app/services/concern/read-concern.server.ts";
import { referConcern } from "#app/services/concern/refer-concern.server.ts";
import { rejectConcern } from "#app/services/concern/reject-concern.server.ts";
import { returnConcern } from "#app/services/concern/return-concern.server.ts";
import * as schema from "#db/schema/index.ts";
import { now } from "./people-force.ts";
import { ago, goodText, openTriageDesk, type TriageDesk } from "./triage-desk.ts";

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const at = (concernId: string, version = 1) => ({ concernId, version });
const refusedIn = (field: string) => ({ ok: false, errors: [expect.objectContaining({ field })] });

describe("publishing a summary", () => {
  it("takes it up, names its author, tells followers and the raiser, and is recorded", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise({ raisedBy: await desk.resident("rae") });
    expect(await publishSummary(desk.deps, sam, { ...at(id), text: goodText })).toEqual({ ok: true });
    expect(await desk.concern(id)).toMatchObject({
      state: "published-candidate",
      publicTitle: goodText.title,
      publicSummary: goodText.summary,
      publicPlace: goodText.place,
      summaryBy: desk.id("Sam"),
      publishedAt: now,
      triagedAt: now,
    });
    const events = await desk.db.select().from(schema.concernEvents).orderBy(schema.concernEvents.at);
    expect(events.map(({ to }) => to)).toEqual(["submitted", "triage", "published-candidate"]);
    expect(await desk.db.$count(schema.news)).toBe(1);
    const mails = await desk.mails();
    expect(mails.map(({ recipient }) => recipient)).toEqual(["rae@home.example"]);
    expect(await desk.actions()).toEqual(["concern.move", "concern.publish"]);
  });

  it("never publishes what must be held, nor the resident's own words", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const words = "They race the bikes up and down past the school gates every single night.";
    const id = await desk.raise({ words });
    const bad = [...heldExamples.map(([text]) => `Residents of the area told us this: ${text}`), words];
    expect(bad.length).toBeGreaterThanOrEqual(50);
    for (const summary of bad) {
      const change = await publishSummary(desk.deps, sam, { ...at(id), text: { ...goodText, summary } });
      expect(change.ok, summary).toBe(false);
    }
    expect(await desk.concern(id)).toMatchObject({ state: "submitted", publicSummary: null, version: 1 });
    expect(await desk.actions()).toEqual([]);
  });
});

describe("the other decisions", () => {
  it("asks for other words", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise();
    expect(await returnConcern(desk.deps, sam, { ...at(id), reason: "nonsense" })).toMatchObject(
      refusedIn("reason"),
    );
    expect((await desk.concern(id)).state).toBe("submitted");
    expect(await returnConcern(desk.deps, sam, { ...at(id), reason: "names-people" })).toEqual({ ok: true });
    expect((await desk.concern(id)).state).toBe("returned-for-rewording");
  });

  it("answers, in words that the raiser is sent", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise({ raisedBy: await desk.resident("rae") });
    const answer = "The lights are mended on Friday.";
    expect(await answerConcern(desk.deps, sam, { ...at(id), reason: "in-hand", answer: " " })).toMatchObject(
      refusedIn("answer"),
    );
    expect(await answerConcern(desk.deps, sam, { ...at(id), reason: "in-hand", answer })).toEqual({
      ok: true,
    });
    const [mail] = await desk.mails();
    expect(mail?.body).toContain(answer);
  });

  it("answers without naming anybody; how an office is reached may stand", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise({ raisedBy: await desk.resident("rae") });
    const answers = (answer: string) =>
      answerConcern(desk.deps, sam, { ...at(id), reason: "in-hand", answer });
    expect(await answers("Mr Hollis mends the lights.")).toMatchObject(refusedIn("answer"));
    expect(await desk.mails()).toEqual([]);
    expect(await answers("Ring the council on 01773 123456.")).toEqual({ ok: true });
  });

  it("refers to an agency, which the raiser is told", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise({ raisedBy: await desk.resident("rae") });
    const refer = (agencyId: string) =>
      referConcern(desk.deps, sam, { ...at(id), reason: "council", agencyId });
    expect(await refer(desk.id("n1"))).toMatchObject(refusedIn("agencyId"));
    expect(await refer(desk.id("council"))).toEqual({ ok: true });
    expect(await desk.concern(id)).toMatchObject({ state: "referred", agencyId: desk.id("council") });
    expect((await desk.mails())[0]?.body).toContain("A council");
  });

  it("rejects, and takes down what was published", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const [unread, shown] = [await desk.raise(), await desk.published()];
    expect(await rejectConcern(desk.deps, sam, { ...at(unread), reason: "abusive" })).toEqual({ ok: true });
    expect(await rejectConcern(desk.deps, sam, { ...at(shown), reason: "could-harm" })).toEqual({ ok: true });
    expect(await desk.concern(unread)).toMatchObject({ state: "rejected", decidedBy: desk.id("Sam") });
    expect(await desk.concern(shown)).toMatchObject({ state: "rejected", takenDownAt: now });
  });

  it("approves a published text, as it stands or in better words", async () => {
    const comms = await desk.somebody("Cas", "communications");
    const id = await desk.published();
    const { publicTitle, publicSummary } = await desk.concern(id);
    const asItStands = { title: publicTitle ?? "", summary: publicSummary ?? "", place: null };
    expect(await approveText(desk.deps, comms, { ...at(id), text: asItStands })).toEqual({ ok: true });
    expect((await desk.concern(id)).version).toBe(1);
    expect(
      await approveText(desk.deps, comms, { ...at(id), text: { ...goodText, title: "Mr Hollis" } }),
    ).toMatchObject(refusedIn("title"));
    expect(await approveText(desk.deps, comms, { ...at(id), text: goodText })).toEqual({ ok: true });
    expect(await desk.concern(id)).toMatchObject({ publicTitle: goodText.title, summaryBy: desk.id("Cas") });
    expect(await desk.actions()).toEqual(["concern.approve-text", "concern.approve-text"]);
  });
});

describe("joining two concerns", () => {
  it("counts each person behind both once, and tells the raisers", async () => {
    const [rae, sol, una] = [
      await desk.resident("rae"),
      await desk.resident("sol"),
      await desk.resident("una"),
    ];
    const analyst = await desk.somebody("Ana", "analyst");
    const target = await desk.published({ raisedBy: rae, raisers: 2 });
    const other = await desk.published({ raisedBy: sol, raisers: 3 });
    const { concernSupporters } = schema;
    await desk.db.insert(concernSupporters).values([
      { concernId: target, accountId: una, at: ago(5) },
      { concernId: other, accountId: una, at: ago(5) },
      { concernId: other, accountId: rae, at: ago(5) },
    ]);
    const { reference } = await desk.concern(target);
    const typed = reference.toLowerCase().replace("-", " ");
    expect(await mergeConcern(desk.deps, analyst, { ...at(other), reference: typed })).toEqual({ ok: true });
    expect(await desk.concern(other)).toMatchObject({ state: "merged", mergedIntoId: target });
    expect(await desk.concern(target)).toMatchObject({ raisers: 3, version: 1 });
    expect((await desk.mails()).map(({ recipient }) => recipient).sort()).toEqual([
      "rae@home.example",
      "sol@home.example",
      "una@home.example",
    ]);
    expect(await desk.actions()).toEqual(["concern.merge"]);
  });

  it("not with itself, with one of elsewhere, with one that has ended, with none", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const id = await desk.raise();
    const references = await Promise.all(
      [id, await desk.raise({}, "n2"), await desk.raise({ state: "withdrawn" })].map(
        async (one) => (await desk.concern(one)).reference,
      ),
    );
    for (const reference of [...references, "C-22222", "nonsense"])
      expect(await mergeConcern(desk.deps, sam, { ...at(id), reference })).toMatchObject(
        refusedIn("reference"),
      );
    expect((await desk.concern(id)).state).toBe("submitted");
  });

  it("two the other way round at the same moment: one, and neither waits for ever", async () => {
    const [sam, mo] = [
      await desk.somebody("Sam", "sergeant"),
      await desk.somebody("Mo", "moderator", "force"),
    ];
    const [one, other] = [await desk.published(), await desk.published()];
    const [first, second] = [await desk.concern(one), await desk.concern(other)];
    const results = await Promise.all([
      mergeConcern(desk.deps, sam, { ...at(one), reference: second.reference }),
      mergeConcern(desk.deps, mo, { ...at(other), reference: first.reference }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("two people on the same concern", () => {
  it("the second is told who was first, and nothing is overwritten", async () => {
    const [sam, mo] = [
      await desk.somebody("Sam", "sergeant"),
      await desk.somebody("Mo", "moderator", "force"),
    ];
    const id = await desk.raise();
    await rejectConcern({ db: desk.db, now: ago(3) }, mo, { ...at(id), reason: "abusive" });
    const change = await publishSummary(desk.deps, sam, { ...at(id), text: goodText });
    expect(change).toMatchObject({
      errors: [
        { field: "form", message: expect.stringContaining("Mo changed this 3 minutes ago") as string },
      ],
    });
    expect(await desk.concern(id)).toMatchObject({ state: "rejected", publicSummary: null });
  });

  it("of many at the same moment exactly one decides", async () => {
    const names = ["Ann", "Ben", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"];
    const people = [];
    for (const name of names) people.push(await desk.somebody(name, "sergeant"));
    for (let round = 0; round < 5; round += 1) {
      const id = await desk.raise();
      const results = await Promise.all(
        people.map((one, index) =>
          index % 2 === 0
            ? publishSummary(desk.deps, one, { ...at(id), text: goodText })
            : rejectConcern(desk.deps, one, { ...at(id), reason: "abusive" }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = names[results.findIndex(({ ok }) => ok)] ?? "";
      const { state, summaryBy, decidedBy, version } = await desk.concern(id);
      expect(version).toBe(3);
      expect(state === "rejected" ? decidedBy : summaryBy).toBe(desk.id(winner));
    }
  });
});

describe("reading a concern", () => {
  it("is recorded; an analyst sees the words and not who raised it", async () => {
    const [sam, analyst] = [await desk.somebody("Sam", "sergeant"), await desk.somebody("Ana", "analyst")];
    const id = await desk.raise({ raisedBy: await desk.resident("rae"), words: "The lane is dark." });
    const read = await readConcern(desk.deps, sam, id);
    expect(read?.words?.words).toBe("The lane is dark.");
    expect(read?.raiser?.email).toBe("rae@home.example");
    const analysed = await readConcern(desk.deps, analyst, id);
    expect(analysed?.words?.words).toBe("The lane is dark.");
    expect(analysed?.raiser).toBeNull();
    expect(await desk.actions()).toEqual(["concern.read", "concern.read"]);
  });

  it("a communications officer sees the published text alone, a commander an appeal", async () => {
    const comms = await desk.somebody("Cas", "communications");
    const commander = await desk.somebody("Con", "commander");
    const [waiting, shown] = [await desk.raise(), await desk.published()];
    const appealed = await desk.raise({ state: "appealed", reasonCode: "abusive" });
    expect(await readConcern(desk.deps, comms, waiting)).toBeNull();
    const text = await readConcern(desk.deps, comms, shown);
    expect(text?.concern.publicTitle).toBe("Bikes at night");
    expect(text?.words).toBeNull();
    expect(text?.events).toEqual([]);
    expect(await desk.actions()).toEqual([]);
    expect(await readConcern(desk.deps, commander, waiting)).toBeNull();
    expect((await readConcern(desk.deps, commander, appealed))?.words).not.toBeNull();
    expect(await readConcern(desk.deps, comms, "no-such-id")).toBeNull();
  });
});
