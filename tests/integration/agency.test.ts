import { afterEach, beforeEach, expect, it } from "vitest";
import { roles } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { addAgency } from "#app/services/agency/add-agency.server.ts";
import { renameAgency } from "#app/services/agency/rename-agency.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { sessionReferenceOf } from "#app/session-cookie.server.ts";
import { findAgency, listAgencies, listMembers } from "#db/queries/agency.ts";
import { withActor } from "#db/with-actor.ts";
import { cookieOf } from "#tests/support/people.ts";
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
const fire = { code: "fire", name: "Fire service", kind: "fire" } as const;

it("adds an agency once, however many add it at the same moment", async () => {
  const results = await Promise.all([1, 2, 3].map(() => addAgency(force.deps, administrator, fire)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ errors: [{ field: "code" }] });
  expect(await force.actions()).toEqual(["agency.create"]);
});

it("renames an agency and keeps its code", async () => {
  expect(await renameAgency(force.deps, administrator, { code: "council", name: "Another council" })).toEqual(
    { ok: true },
  );
  expect(await read((tx) => findAgency(tx, "council"))).toMatchObject({
    id: force.id("council"),
    name: "Another council",
  });
  expect((await renameAgency(force.deps, administrator, { code: "none", name: "None" })).ok).toBe(false);
  expect(await force.actions()).toEqual(["agency.rename"]);
});

it("ends a member's access with their sessions, and nobody's of another agency", async () => {
  await force.account("Partner", { kind: "member", agency: "council" });
  const cookie = await cookieOf(force.db, { id: force.id("Partner"), kind: "member" }, now);
  const reference = await sessionReferenceOf(cookie, "http://localhost");
  const isIn = async () => (await readSession(force.db, now, reference, null)).signedIn !== null;
  expect((await read(listAgencies)).map(({ code, members }) => [code, members])).toEqual([
    ["council", 1],
    ["police", 0],
  ]);
  const accountId = force.id("Partner");
  const close = (agency: string) =>
    closeAccount(force.deps, administrator, { accountId, agencyId: force.id(agency) });
  expect((await close("police")).ok).toBe(false);
  expect(await isIn()).toBe(true);
  expect(await close("council")).toEqual({ ok: true });
  expect(await isIn()).toBe(false);
  expect(await read((tx) => listMembers(tx, force.id("council")))).toEqual([]);
});

it("is for administrators alone", async () => {
  for (const role of roles.filter((one) => one !== "administrator")) {
    const actor: Actor = {
      ...administrator,
      roles: [{ role, area: "force", agencyId: force.id("council") }],
    };
    await expect(addAgency(force.deps, actor, fire), role).rejects.toThrow("agency:manage");
    await expect(renameAgency(force.deps, actor, { code: "council", name: "No" }), role).rejects.toThrow(
      "agency:manage",
    );
  }
  expect(await force.actions()).toEqual([]);
});
