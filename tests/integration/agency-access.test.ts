import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { roles } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addDays, yearAfter } from "#app/domain/team/day.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { hashOfAgencyKey } from "#app/services/agency/agency-key.server.ts";
import { endKey } from "#app/services/agency/end-key.server.ts";
import { makeKey } from "#app/services/agency/make-key.server.ts";
import { nameLead } from "#app/services/agency/name-lead.server.ts";
import { listAgencyKeys } from "#db/queries/agency-key.ts";
import { findLeadOf } from "#db/queries/agency-lead.ts";
import { agencyKeys } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

let desk: TaskingDesk;
let administrator: Actor;
beforeEach(async () => {
  desk = await openTaskingDesk();
  administrator = await desk.as("Administrator");
});
afterEach(() => desk.close());

const lead = (code: string, accountId: string | null) =>
  nameLead(desk.deps, administrator, { code, accountId });
const leadOfCouncil = async () =>
  (await withActor(desk.db, administrator, (tx) => findLeadOf(tx, desk.id("council"))))?.accountId ?? null;
const wanted = (name = "Case management", endsOn = yearAfter(desk.today)) => ({ name, endsOn });
const make = (code = "council", key = wanted()) => makeKey(desk.deps, administrator, code, key);
const keys = () =>
  withActor(desk.db, administrator, (tx) => listAgencyKeys(tx, desk.id("council"), desk.today));

describe("the lead of an agency", () => {
  test("is one of its own people, named, changed and taken away", async () => {
    expect(await lead("council", desk.id("Housing officer"))).toMatchObject({ errors: [{ field: "lead" }] });
    expect(await lead("no-agency", null)).toMatchObject({ errors: [{ field: "lead" }] });
    expect(await lead("council", desk.id("Council officer"))).toEqual({ ok: true });
    expect(await leadOfCouncil()).toBe(desk.id("Council officer"));
    await lead("council", desk.id("Second council officer"));
    expect(await leadOfCouncil()).toBe(desk.id("Second council officer"));
    await lead("council", null);
    expect(await leadOfCouncil()).toBeNull();
    expect(await desk.actions()).toEqual(["agency.name-lead", "agency.name-lead", "agency.name-lead"]);
  });

  test("leads no more once their account is closed", async () => {
    await lead("council", desk.id("Council officer"));
    await closeAccount(desk.deps, administrator, { accountId: desk.id("Council officer") });
    expect(await leadOfCouncil()).toBeNull();
  });
});

describe("a key of an agency", () => {
  test("is told once, of 256 bits, and kept as a hash alone", async () => {
    const made = await make();
    const key = made.ok ? made.key : "";
    expect(key).toMatch(/^sn_[A-Za-z0-9_-]{43}$/);
    const [kept] = await desk.db.select().from(agencyKeys);
    expect(kept).toMatchObject({
      agencyId: desk.id("council"),
      hash: hashOfAgencyKey(key),
      lastUsedAt: null,
      endedAt: null,
    });
    expect(JSON.stringify([kept, await desk.auditOf("agency.make-key")])).not.toContain(key);
    expect(JSON.stringify(await keys())).not.toContain(hashOfAgencyKey(key));
  });

  test("is made once for a form that is sent twice, for twelve months at most, and not for the police", async () => {
    const both = await Promise.all([make(), make()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ field: "name" }] });
    expect(await make("council", wanted("Another", addDays(yearAfter(desk.today), 1)))).toMatchObject({
      errors: [{ field: "endsOn" }],
    });
    expect(await make("police")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await make("no-agency")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await keys()).toHaveLength(1);
  });

  test("ends once, for its own agency, and its name is free again", async () => {
    await make();
    const keyId = (await keys())[0]?.id ?? "";
    const end = (code: string) => endKey(desk.deps, administrator, { code, keyId });
    expect(await end("housing")).toMatchObject({ ok: false });
    expect(await end("council")).toEqual({ ok: true });
    expect(await end("council")).toMatchObject({ ok: false });
    expect((await keys())[0]?.endedAt).toEqual(desk.now);
    expect((await make()).ok).toBe(true);
    expect((await keys()).map(({ endedAt }) => endedAt !== null)).toEqual([false, true]);
  });
});

test("both are for administrators alone", async () => {
  for (const role of roles.filter((one) => one !== "administrator")) {
    const actor: Actor = {
      ...administrator,
      roles: [{ role, area: "force", agencyId: desk.id("council") }],
    };
    for (const attempt of [
      () => nameLead(desk.deps, actor, { code: "council", accountId: null }),
      () => makeKey(desk.deps, actor, "council", wanted()),
      () => endKey(desk.deps, actor, { code: "council", keyId: desk.id("no key") }),
    ])
      await expect(attempt(), role).rejects.toThrow("agency:manage");
  }
  expect(await desk.actions()).toEqual([]);
});
