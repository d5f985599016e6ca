import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { changeSetting } from "#app/services/settings/change-setting.server.ts";
import { changeContactCentre } from "#app/services/settings/change-contact-centre.server.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import { listSettingChanges, readSettings } from "#db/queries/setting.ts";
import { auditEvents, settings } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
let administrator: Actor;
beforeEach(async () => {
  force = await openPeopleTest();
  await force.account("Admin");
  await force.appoint("Admin", "administrator");
  administrator = await force.actor("Admin");
});
afterEach(() => force.close());

const read = <Value>(work: Parameters<typeof withActor<Value>>[2]) =>
  withActor(force.db, administrator, work);
const change = (value: number, shown = 17) =>
  changeSetting(force.deps, administrator, { name: "votingDays", value, shown });

it("has the platform's figures until the force sets its own", async () => {
  expect(await read(readSettings)).toEqual(defaultSettings);
  expect(await change(21)).toEqual({ ok: true });
  expect(await read(readSettings)).toEqual({ ...defaultSettings, votingDays: 21 });
  expect(await read(listSettingChanges)).toEqual([{ key: "votingDays", changedAt: now, changedBy: "Admin" }]);
  expect(await change(14, 21)).toEqual({ ok: true });
  const rows = await force.db.select().from(auditEvents).orderBy(auditEvents.number);
  expect(rows.map(({ subjectId, details }) => [subjectId, details])).toEqual([
    ["votingDays", { before: 17, after: 21 }],
    ["votingDays", { before: 21, after: 14 }],
  ]);
});

it.each([
  ["out of its range", 61, 17, "Enter a whole number from 7 to 60"],
  ["of half a day", 17.5, 17, "Enter a whole number from 7 to 60"],
  ["changed by somebody else meanwhile", 20, 18, "Somebody set this to 17 meanwhile"],
])("refuses a figure %s", async (_, value, shown, message) => {
  expect(await change(value, shown)).toMatchObject({
    ok: false,
    errors: [{ field: "value", message: expect.stringContaining(message) as string }],
  });
  expect(await force.actions()).toEqual([]);
});

it("sets one of two figures that two people set at the same moment", async () => {
  const results = await Promise.all([change(20), change(25), change(30)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await force.actions()).toEqual(["setting.change"]);
});

it("passes over what is stored and cannot stand", async () => {
  await force.db.insert(settings).values([
    { key: "votingDays", value: "many", changedAt: now },
    { key: "of-an-older-version", value: 1, changedAt: now },
  ]);
  expect(await read(readSettings)).toEqual(defaultSettings);
});

describe("the contact centre’s address", () => {
  const setTo = (email: string, shown = "") =>
    changeContactCentre(force.deps, administrator, { email, shown });

  it("is nobody’s until it is set, and may be taken away again", async () => {
    expect(await read(readContactCentre)).toBeNull();
    expect(await setTo(" Centre@Force.Example")).toEqual({ ok: true });
    expect(await read(readContactCentre)).toBe("centre@force.example");
    expect(await read(readSettings), "no figure").toEqual(defaultSettings);
    expect(await setTo("", "centre@force.example")).toEqual({ ok: true });
    expect(await read(readContactCentre)).toBeNull();
    expect(await read(listSettingChanges)).toMatchObject([{ key: "contactCentreEmail", changedBy: "Admin" }]);
    const rows = await force.db.select().from(auditEvents).orderBy(auditEvents.number);
    expect(rows.map(({ action, subjectId, details }) => [action, subjectId, details])).toEqual([
      ["setting.change", "contactCentreEmail", { wasSet: false, isSet: true }],
      ["setting.change", "contactCentreEmail", { wasSet: true, isSet: false }],
    ]);
  });

  it.each([
    ["no address", "centre", "", "Enter an email address"],
    ["changed by somebody else meanwhile", "a@force.example", "b@force.example", "meanwhile"],
  ])("is refused where it is %s", async (_, email, shown, message) => {
    expect(await setTo(email, shown)).toMatchObject({
      ok: false,
      errors: [{ field: "email", message: expect.stringContaining(message) as string }],
    });
    expect(await force.actions()).toEqual([]);
  });

  it("is set by one of two who set it at the same moment", async () => {
    const results = await Promise.all([setTo("a@force.example"), setTo("b@force.example")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is an administrator’s alone", async () => {
    await force.account("Sergeant", { person: "Archer" });
    const sergeant = await force.actor("Sergeant");
    await expect(
      changeContactCentre(force.deps, sergeant, { email: "a@force.example", shown: "" }),
    ).rejects.toThrow("setting:change");
  });
});

it("is an administrator's alone", async () => {
  await force.account("Sergeant", { person: "Archer" });
  const sergeant = await force.actor("Sergeant");
  await expect(
    changeSetting(force.deps, sergeant, { name: "votingDays", value: 20, shown: 17 }),
  ).rejects.toThrow("setting:change");
});
