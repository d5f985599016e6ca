import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tellFollowers } from "#app/services/following/tell-followers.server.ts";
import * as schema from "#db/schema/index.ts";
import { onDay, openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now } from "./people-force.ts";

let desk: FeedbackTest;
beforeEach(async () => {
  desk = await openFeedbackTest();
});
afterEach(() => desk.close());

const publicUrl = "https://example.org";

test("everybody who took part hears the result, once each", async () => {
  const { db } = desk;
  const [raiser = "", voter = "", follower = "", stranger = ""] = desk.residents.map(
    ({ accountId }) => accountId ?? "",
  );
  for (const id of [raiser, voter, follower, stranger])
    await db
      .update(schema.accounts)
      .set({ email: `${id}@example.org` })
      .where(eq(schema.accounts.id, id));
  const { cycleId } = await desk.first();
  const since = new Date(now.getTime() - 1_000);
  await db
    .update(schema.concerns)
    .set({ raisedBy: raiser })
    .where(eq(schema.concerns.id, desk.id("concern 1 speeding")));
  await db.insert(schema.followings).values([
    { accountId: voter, kind: "cycle", subjectId: cycleId ?? "", pace: "each", since },
    { accountId: follower, kind: "priority", subjectId: desk.priorityId, pace: "each", since },
  ]);
  await db.update(schema.news).set({ toldAt: now });
  await desk.workThrough();
  await desk.file();
  await desk.answerAll(Array.from({ length: 8 }, () => "solved" as const));
  await desk.closeOn(onDay(22));
  const tell = () => tellFollowers({ db, now: onDay(22), publicUrl, signal: new AbortController().signal });
  await tell();
  const told = () => db.select().from(schema.messages).where(eq(schema.messages.purpose, "priority-update"));
  const readers = async () => (await told()).map(({ accountId }) => accountId);
  // What leads up to the result goes to who follows it.
  expect(new Set(await readers())).toEqual(new Set([follower]));
  await db.delete(schema.messages);

  await desk.decide(["for", "for", "for", "for", "for"], onDay(22));
  await Promise.all([tell(), tell()]);
  await tell();
  expect((await readers()).sort()).toEqual([raiser, voter, follower].sort());
  for (const { body } of await told()) {
    expect(body).toContain("signed this priority off");
    expect(body).toContain(`${publicUrl}/priorities/${desk.reference}#result`);
  }
});
