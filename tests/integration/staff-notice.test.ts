import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { StaffPace } from "#app/domain/following/following.ts";
import { platform } from "#app/domain/actor.ts";
import { changeStaffPace } from "#app/services/notice/change-staff-pace.server.ts";
import { sendNotices } from "#app/services/notice/send-notices.server.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { listNotices } from "#db/queries/staff-notice.ts";
import { messages } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
beforeEach(async () => {
  force = await openPeopleTest();
  await force.account("Sergeant", { person: "Archer" });
});
afterEach(() => force.close());

const { signal } = new AbortController();
const notice = (kind: "new" | "late" | "escalated", line: string, at = now) =>
  withActor(force.db, platform(), (tx) =>
    tellResponsible(tx, force.id("n1"), { at, kind, line, path: "/staff/threads" }),
  );
const choose = async (pace: StaffPace) => changeStaffPace(force.deps, await force.actor("Sergeant"), pace);
const sendAt = (at: string) =>
  sendNotices({
    db: force.db,
    now: new Date(at),
    publicUrl: "https://neighbourhoods.example",
    signal,
  });
const mails = () => force.db.select().from(messages).orderBy(asc(messages.createdAt));

it("as they happen: all that is new in one mail, once, with two processes too", async () => {
  await notice("new", "One");
  await notice("late", "Two", new Date("2026-11-24T10:00:30Z"));
  await Promise.all([sendAt("2026-11-24T10:01:00Z"), sendAt("2026-11-24T10:01:00Z")]);
  await sendAt("2026-11-24T10:02:00Z");
  const all = await mails();
  expect(all.map(({ purpose, recipient }) => [purpose, recipient])).toEqual([
    ["staff-notice", "sergeant@force.example"],
  ]);
  expect(all[0]?.body).toContain("- One\n  https://neighbourhoods.example/staff/threads\n\n- Two");
});

it("once a day: at 7am of the next morning in London, and then of the one after", async () => {
  await choose("daily");
  await notice("new", "One");
  await sendAt("2026-11-24T18:00:00Z");
  await sendAt("2026-11-25T06:59:00Z");
  expect(await mails()).toEqual([]);
  await sendAt("2026-11-25T07:00:00Z");
  expect(await mails()).toHaveLength(1);
  await notice("new", "Two");
  await sendAt("2026-11-25T12:00:00Z");
  expect(await mails()).toHaveLength(1);
  await sendAt("2026-11-26T07:30:00Z");
  expect(await mails()).toHaveLength(2);
  expect(await force.actions()).toEqual(["staff-preference.change"]);
});

it("not at all: nothing is sent, and it stands on the page, the most pressing first", async () => {
  await choose("none");
  await notice("new", "One");
  await notice("escalated", "Two");
  await notice("late", "Three");
  await sendAt("2026-11-24T18:00:00Z");
  expect(await mails()).toEqual([]);
  const listed = await withActor(force.db, await force.actor("Sergeant"), (tx) =>
    listNotices(tx, force.id("Sergeant"), {
      since: new Date(0),
      isPressingFirst: true,
      limit: 2,
    }),
  );
  expect(listed.map(({ line }) => line)).toEqual(["Two", "Three"]);
});
