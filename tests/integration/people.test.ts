import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { roles } from "#app/domain/access.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { endSessions } from "#app/services/account/end-sessions.server.ts";
import { linkAccount } from "#app/services/account/link-account.server.ts";
import { reopenAccount } from "#app/services/account/reopen-account.server.ts";
import { unlinkAccount } from "#app/services/account/unlink-account.server.ts";
import { viewPerson } from "#app/services/account/view-person.server.ts";
import { sessionReferenceOf } from "#app/session-cookie.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { countWaiting, findPerson, listPeople, listWaiting, searchPeople } from "#db/queries/person.ts";
import { accounts, auditEvents, messages } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { cookieOf } from "#tests/support/people.ts";
import { now, openPeopleTest, today, type PeopleTest } from "./people-force.ts";

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
const link = (name: string, holder: string, actor = administrator) =>
  linkAccount(force.deps, actor, {
    accountId: force.id(name),
    to: holder.startsWith("post ")
      ? { kind: "post", postId: force.id(holder) }
      : { kind: "person", personId: force.id(holder) },
  });
const isIn = async (name: string) => {
  const cookie = await cookieOf(force.db, { id: force.id(name), kind: "staff" }, now);
  const reference = await sessionReferenceOf(cookie, "http://localhost");
  return async () => (await readSession(force.db, now, reference, null)).signedIn !== null;
};

describe("looking at somebody", () => {
  const look = (name: string, actor = administrator) => viewPerson(force.deps, actor, force.id(name), today);

  it("is recorded where it shows a partner's or member's own address, and not of a colleague", async () => {
    await force.account("Jo");
    await force.account("Kim", { kind: "member" });
    expect((await look("Jo"))?.person.email).toBe("jo@force.example");
    expect(await force.actions()).toEqual([]);
    expect((await look("Kim"))?.person.email).toBe("kim@force.example");
    expect(await force.actions()).toEqual(["member.read"]);
    const [row] = await force.db.select().from(auditEvents);
    expect(row).toMatchObject({ actorId: force.id("Admin"), subjectId: force.id("Kim") });
  });

  it("finds no resident, and nobody without the permission", async () => {
    await force.account("Resident", { kind: "resident" });
    expect(await look("Resident")).toBeNull();
    await expect(look("Admin", await force.actor("Resident", "resident"))).rejects.toThrow("person:read");
    expect(await force.actions()).toEqual([]);
  });
});

describe("linking an account", () => {
  beforeEach(async () => {
    await force.account("Jo", { status: "waiting" });
  });

  it("to a holder opens the roles of the post, tells the person and is recorded", async () => {
    expect(await force.rolesOf("Jo")).toEqual([]);
    expect(await link("Jo", "Archer")).toEqual({ ok: true });
    expect((await force.rolesOf("Jo")).map(({ role }) => role)).toEqual(["sergeant"]);
    expect(await force.actions()).toEqual(["account.link"]);
    const [row] = await force.db.select().from(auditEvents);
    expect(row).toMatchObject({ actorId: force.id("Admin"), subjectId: force.id("Jo") });
    const [mail] = await force.db.select().from(messages);
    expect(mail).toMatchObject({ purpose: "account-notice", recipient: "jo@force.example" });
  });

  it("to a vacant post gives it from today, to one account only", async () => {
    await force.account("Sam", { status: "waiting" });
    expect(await link("Jo", "post empty")).toEqual({ ok: true });
    expect(await link("Sam", "post empty")).toMatchObject({
      ok: false,
      errors: [{ field: "holder", message: expect.stringContaining("already given") as string }],
    });
    expect((await force.rolesOf("Jo")).map(({ role }) => role)).toEqual(["sergeant"]);
    expect(await force.rolesOf("Sam")).toEqual([]);
  });

  it("gives a vacant post once, however many ask at the same moment", async () => {
    const names = ["Ann", "Ben", "Cy", "Di", "Ed", "Flo"];
    for (const name of names) await force.account(name, { status: "waiting" });
    const results = await Promise.all(names.map((name) => link(name, "post empty")));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ["Archer", "a person linked to another account", "Another account"],
    ["post lead", "a post that somebody holds", "Somebody holds this post"],
    ["post gone", "a post that is not there", "no longer there"],
    ["gone", "a person who holds nothing", "holds no post"],
  ])("refuses %s: %s", async (holder, _, message) => {
    await force.account("Archer’s own", { person: "Archer" });
    const change = await link("Jo", holder);
    expect(change).toMatchObject({
      ok: false,
      errors: [{ field: "holder", message: expect.stringContaining(message) as string }],
    });
    expect((await read((tx) => findPerson(tx, force.id("Jo"))))?.status).toBe("waiting");
    expect(await force.actions()).toEqual([]);
  });

  it("refuses one's own, a partner's, a resident's and a closed account", async () => {
    await force.account("Partner", { kind: "member", agency: "council" });
    await force.account("Resident", { kind: "resident" });
    await force.account("Closed", { status: "closed" });
    for (const name of ["Admin", "Partner", "Resident", "Closed"])
      expect((await link(name, "Archer")).ok, name).toBe(false);
  });

  it("comes off again", async () => {
    await link("Jo", "Archer");
    expect(await unlinkAccount(force.deps, administrator, force.id("Jo"))).toEqual({ ok: true });
    expect(await force.rolesOf("Jo")).toEqual([]);
    expect((await unlinkAccount(force.deps, administrator, force.id("Jo"))).ok).toBe(false);
  });
});

describe("closing an account", () => {
  it("ends its sessions at once, and opening it again brings its roles back but no session", async () => {
    await force.account("Jo", { person: "Archer" });
    const jo = { accountId: force.id("Jo") };
    const isJoIn = await isIn("Jo");
    expect(await isJoIn()).toBe(true);
    expect(await closeAccount(force.deps, administrator, jo)).toEqual({ ok: true });
    expect(await isJoIn()).toBe(false);
    expect(await force.rolesOf("Jo")).toEqual([]);
    expect((await closeAccount(force.deps, administrator, jo)).ok).toBe(false);
    expect(await reopenAccount(force.deps, administrator, jo.accountId)).toEqual({ ok: true });
    expect((await force.rolesOf("Jo")).map(({ role }) => role)).toEqual(["sergeant"]);
    expect(await isJoIn()).toBe(false);
    expect(await force.actions()).toEqual(["session.start", "account.close", "account.reopen"]);
  });

  it("is not for one's own, nor for a resident's", async () => {
    await force.account("Resident", { kind: "resident" });
    for (const name of ["Admin", "Resident"])
      expect((await closeAccount(force.deps, administrator, { accountId: force.id(name) })).ok, name).toBe(
        false,
      );
  });

  it("opens again what holds nothing as waiting, and nothing that was erased or replaced", async () => {
    await force.account("Nobody", { status: "closed" });
    await force.account("Erased", { status: "closed" });
    await force.account("Old", { status: "closed" });
    await force.account("New");
    await force.db
      .update(accounts)
      .set({ name: null })
      .where(eq(accounts.id, force.id("Erased")));
    for (const name of ["Old", "New"])
      await force.db
        .update(accounts)
        .set({ emailKey: "k" })
        .where(eq(accounts.id, force.id(name)));
    const reopen = (name: string) => reopenAccount(force.deps, administrator, force.id(name));
    expect(await reopen("Nobody")).toEqual({ ok: true });
    expect((await read((tx) => findPerson(tx, force.id("Nobody"))))?.status).toBe("waiting");
    expect((await reopen("Erased")).ok).toBe(false);
    expect((await reopen("Old")).ok).toBe(false);
  });
});

it("ending all sessions ends each of them, and says how many there were", async () => {
  await force.account("Jo", { person: "Archer" });
  const [here, there] = [await isIn("Jo"), await isIn("Jo")];
  expect([await here(), await there()]).toEqual([true, true]);
  expect(await endSessions(force.deps, administrator, force.id("Jo"))).toBe(2);
  expect([await here(), await there()]).toEqual([false, false]);
  expect(await endSessions(force.deps, administrator, force.id("nobody"))).toBeNull();
});

it("no role but the administrator's comes past the services", async () => {
  await force.account("Jo", { status: "waiting" });
  const lacking = roles.filter(
    (role) =>
      !can(
        { ...platform(), kind: "staff", roles: [{ role, area: "force", agencyId: null }] },
        "person:manage",
      ),
  );
  expect(roles.filter((role) => !lacking.includes(role))).toEqual(["administrator"]);
  for (const role of lacking) {
    const actor: Actor = {
      ...administrator,
      roles: [{ role, area: "force", agencyId: force.id("council") }],
    };
    const jo = force.id("Jo");
    await expect(link("Jo", "Archer", actor), role).rejects.toThrow("person:manage");
    await expect(closeAccount(force.deps, actor, { accountId: jo }), role).rejects.toThrow("person:manage");
    await expect(reopenAccount(force.deps, actor, jo), role).rejects.toThrow("person:manage");
    await expect(unlinkAccount(force.deps, actor, jo), role).rejects.toThrow("person:manage");
    await expect(endSessions(force.deps, actor, jo), role).rejects.toThrow("session:end-others");
  }
  expect(await force.actions()).toEqual([]);
});

describe("the list of people", () => {
  const names = (people: readonly { name: string | null }[]) => people.map(({ name }) => name);
  const list = (filter: Parameters<typeof listPeople>[1] = {}, afterId: string | null = null, limit = 50) =>
    read((tx) => listPeople(tx, filter, today, { afterId, limit }));

  beforeEach(async () => {
    await force.account("bea", { person: "Archer" });
    await force.account("Cy", { person: "Cole" });
    await force.account("Ann", { kind: "member", agency: "council" });
    await force.account("Resident", { kind: "resident" });
    await force.account("Waits", { status: "waiting" });
    await force.account("Gone", { status: "closed" });
  });

  it("is in order of name, page after page, without residents and those who wait", async () => {
    expect(names(await list())).toEqual(["Admin", "Ann", "bea", "Cy"]);
    const first = await list({}, null, 3);
    expect(names(await list({}, first.at(-1)?.id ?? null, 3))).toEqual(["Cy"]);
  });

  it("narrows by kind, state, role and area", async () => {
    expect(names(await list({ kind: "member" }))).toEqual(["Ann"]);
    expect(names(await list({ status: "closed" }))).toEqual(["Gone"]);
    expect(names(await list({ role: "sergeant" }))).toEqual(["bea"]);
    expect(names(await list({ role: "administrator" }))).toEqual(["Admin"]);
    expect(names(await list({ area: { kind: "team", id: force.id("T1") } }))).toEqual(["bea", "Cy"]);
    expect(names(await list({ area: { kind: "section", id: force.id("S2") } }))).toEqual([]);
    expect(names(await list({ role: "constable", area: { kind: "bcu", id: force.id("B1") } }))).toEqual([
      "Cy",
    ]);
  });

  it("finds by part of a name or surname, and takes what was typed for nothing else", async () => {
    const search = async (words: string) => names(await read((tx) => searchPeople(tx, words, 50)));
    expect(await search("BE")).toEqual(["bea"]);
    expect(await search("arch")).toEqual(["bea"]);
    expect(await search("gone")).toEqual(["Gone"]);
    expect(await search("%")).toEqual([]);
    expect(await search("_e_")).toEqual([]);
    expect(await search("resid")).toEqual([]);
  });

  it("has those who wait in a queue, the longest waiting first", async () => {
    await force.account("Waits longer", { status: "waiting" });
    const since = new Date("2026-11-01T09:00:00Z");
    await force.db
      .update(accounts)
      .set({ createdAt: since })
      .where(eq(accounts.id, force.id("Waits longer")));
    expect(names(await read((tx) => listWaiting(tx, 50)))).toEqual(["Waits longer", "Waits"]);
    expect(await read(countWaiting)).toEqual({ count: 2, since });
  });
});
