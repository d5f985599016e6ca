import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FollowedKind, FollowingPace } from "#app/domain/following/following.ts";
import { changePace } from "#app/services/following/change-pace.server.ts";
import { follow } from "#app/services/following/follow.server.ts";
import { sendDigests } from "#app/services/following/send-digests.server.ts";
import { tellFollowers } from "#app/services/following/tell-followers.server.ts";
import { unfollow } from "#app/services/following/unfollow.server.ts";
import { listFollowings } from "#db/queries/following.ts";
import { insertNews } from "#db/queries/news.ts";
import { accounts, followings, mailStops, messages, news } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { platform } from "#app/domain/actor.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

const publicUrl = "https://neighbourhoods.example";
const { signal } = new AbortController();

let force: PeopleTest;
beforeEach(async () => {
  force = await openPeopleTest();
  await force.account("Ann", { kind: "resident" });
  await force.account("Ben", { kind: "resident" });
});
afterEach(() => force.close());

const followAs = async (
  name: string,
  reference: string,
  pace: FollowingPace = "each",
  kind: FollowedKind = "neighbourhood",
) => follow(force.deps, await force.actor(name, "resident"), { kind, reference, pace });
/** Follows a subject that only tests have, past the page's own check. */
const followSubject = (name: string, kind: FollowedKind, subject: string, pace: FollowingPace = "each") =>
  force.db
    .insert(followings)
    .values({ accountId: force.id(name), kind, subjectId: force.id(subject), pace, since: now });
const tell = (line: string, place = "n1", at = now, subject = "a priority") =>
  withActor(force.db, platform(), (tx) =>
    insertNews(tx, [
      {
        at,
        neighbourhoodId: force.id(place),
        kind: "priority",
        subjectId: force.id(subject),
        line,
        path: "/priorities/P-22222",
      },
    ]),
  );
const tellAll = () => tellFollowers({ db: force.db, now, publicUrl, signal });
const mails = () =>
  force.db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.recipient));
const recipients = async () => (await mails()).map(({ recipient }) => recipient);
const digestAt = (at: string) => sendDigests({ db: force.db, now: new Date(at), publicUrl, signal });

describe("following", () => {
  it("begins once, changes pace and stops, each recorded", async () => {
    const ann = await force.actor("Ann", "resident");
    const what = { kind: "neighbourhood", subjectId: force.id("n1") } as const;
    expect(await followAs("Ann", "n1")).toEqual({ ok: true });
    expect(await followAs("Ann", "n1", "monthly")).toEqual({ ok: true });
    expect(await withActor(force.db, ann, (tx) => listFollowings(tx, force.id("Ann")))).toMatchObject([
      { kind: "neighbourhood", pace: "each", neighbourhoodId: force.id("n1") },
    ]);
    await changePace(force.deps, ann, { ...what, pace: "monthly" });
    await changePace(force.deps, ann, { ...what, pace: "monthly" });
    await unfollow(force.deps, ann, what);
    await unfollow(force.deps, ann, what);
    expect(await force.actions()).toEqual(["following.start", "following.pace", "following.stop"]);
  });

  it.each([
    ["neighbourhood", "nowhere"],
    ["concern", "C-22222"],
    ["cycle", "n1/1"],
  ] as const)("of a %s that is not there is refused", async (kind, reference) => {
    expect((await followAs("Ann", reference, "each", kind)).ok).toBe(false);
  });

  it("is nobody else's to see or stop", async () => {
    await followAs("Ann", "n1");
    const ben = await force.actor("Ben", "resident");
    expect(await withActor(force.db, ben, (tx) => listFollowings(tx, force.id("Ann")))).toEqual([]);
    await unfollow(force.deps, ben, { kind: "neighbourhood", subjectId: force.id("n1") });
    expect(await force.db.select().from(followings)).toHaveLength(1);
  });
});

describe("followers", () => {
  it("of the subject and of its neighbourhood are told once, those elsewhere and by the month not", async () => {
    await followAs("Ann", "n1");
    await followSubject("Ann", "priority", "a priority");
    await followAs("Ben", "n1", "monthly");
    await force.account("Cid", { kind: "resident" });
    await followAs("Cid", "n2");
    await tell("The panel adopted it.");
    await tellAll();
    await tellAll();
    expect(await recipients()).toEqual(["ann@force.example"]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ purpose: "priority-update", subject: "News from your neighbourhood" });
    expect(mail?.body).toContain(`The panel adopted it.\n\nRead more: ${publicUrl}/priorities/P-22222`);
  });

  it("are told once with several processes at once, over more than a page", async () => {
    const crowd = Array.from({ length: 230 }, (_, number) => ({
      id: force.id(`follower ${number}`),
      kind: "resident" as const,
      status: "active" as const,
      email: `follower-${number}@example.org`,
      createdAt: now,
    }));
    await force.db.insert(accounts).values(crowd);
    const subjectId = force.id("n1");
    await force.db.insert(followings).values(
      crowd.map(({ id }) => ({
        accountId: id,
        kind: "neighbourhood" as const,
        subjectId,
        pace: "each" as const,
        since: now,
      })),
    );
    await tell("One.");
    await tell("Two.");
    await Promise.all([tellAll(), tellAll(), tellAll(), tellAll()]);
    await tellAll();
    const to = await recipients();
    expect(to).toHaveLength(2 * crowd.length);
    expect(new Set(to).size).toBe(crowd.length);
    expect((await force.db.select().from(news)).every(({ toldAt }) => toldAt !== null)).toBe(true);
  });

  it("are not told twice where a process ended between two pages", async () => {
    await followAs("Ann", "n1");
    await followAs("Ben", "n1");
    await tell("One.");
    await tellAll();
    // As if the last page had never been marked.
    await force.db.update(news).set({ toldAt: null });
    await tellAll();
    expect(await mails()).toHaveLength(2);
  });

  it("who stopped such mail, have no address or closed their account are left alone", async () => {
    for (const name of ["Ann", "Ben"]) await followAs(name, "n1");
    await force.db
      .update(accounts)
      .set({ emailKey: "ann" })
      .where(eq(accounts.id, force.id("Ann")));
    await force.db.insert(mailStops).values({ emailKey: "ann", purpose: "priority-update", stoppedAt: now });
    await force.db
      .update(accounts)
      .set({ status: "closed" })
      .where(eq(accounts.id, force.id("Ben")));
    await tell("One.");
    await tellAll();
    expect(await mails()).toEqual([]);
  });
});

describe("the monthly digest", () => {
  beforeEach(async () => {
    await followAs("Ann", "n1", "monthly");
    await followAs("Ann", "n2", "monthly");
    await tell("First in one.");
    await tell("In two.", "n2");
    await tell("Second in one.", "n1", new Date("2026-11-30T10:00:00Z"));
    await tell("Elsewhere.", "n4");
  });

  it("goes out once on the first working day, by neighbourhood, and tells nothing twice", async () => {
    await force.db.update(followings).set({ since: new Date("2026-11-20T00:00:00Z") });
    await digestAt("2026-11-30T12:00:00Z");
    await digestAt("2026-12-01T06:59:00Z");
    expect(await mails()).toEqual([]);
    await Promise.all([digestAt("2026-12-01T07:00:00Z"), digestAt("2026-12-01T07:00:00Z")]);
    await digestAt("2026-12-05T07:00:00Z");
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ purpose: "team-news", recipient: "ann@force.example" });
    const body = mail?.body ?? "";
    const places = ["n1\n", "First in one.", "Second in one.", "n2\n", "In two."].map((word) =>
      body.indexOf(word),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(body).not.toContain("Elsewhere");
    await tell("December.", "n1", new Date("2026-12-09T10:00:00Z"));
    // 1 to 3 January 2027 are a bank holiday and a weekend.
    await digestAt("2027-01-03T12:00:00Z");
    expect(await mails()).toHaveLength(1);
    await digestAt("2027-01-04T08:00:00Z");
    const second = (await mails()).at(-1)?.body;
    expect(second).toContain("December.");
    expect(second).not.toContain("First in one.");
  });

  it("has nothing that came as a message of its own, and is not sent when empty", async () => {
    await force.db.update(followings).set({ since: new Date("2026-11-20T00:00:00Z") });
    await followSubject("Ann", "priority", "a priority");
    await force.db.update(followings).set({ since: new Date("2026-11-20T00:00:00Z") });
    await digestAt("2026-12-01T08:00:00Z");
    expect(await mails()).toEqual([]);
  });
});
