import type { AuditAction } from "#app/domain/audit/actions.ts";
import { parse } from "csv-parse/sync";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditFilter } from "#app/domain/account/audit-filter.ts";
import { roles, type Role } from "#app/domain/access.ts";
import { can, platform, type Actor, type Area } from "#app/domain/actor.ts";
import { limits } from "#app/domain/limits.ts";
import { exportAudit } from "#app/services/account/export-audit.server.ts";
import { readAudit } from "#app/services/account/read-audit.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { auditEvents } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";

const all: AuditFilter = {
  fromDay: null,
  toDay: null,
  action: null,
  actorId: null,
  subjectId: null,
  neighbourhoodId: null,
};

let force: PeopleTest;
const holding = (role: Role, area: Area, name = "Reader"): Actor => ({
  kind: "staff",
  accountId: force.id(name),
  sessionId: null,
  requestId: null,
  roles: [{ role, area, agencyId: null }],
});
const of = (...codes: string[]): Area => ({ neighbourhoodIds: codes.map(force.id) });
const add = (at: string, action: AuditAction, where: string | null, by: Actor = platform()) =>
  withActor(force.db, by, (tx) =>
    recordAudit(tx, by, new Date(at), {
      action,
      subjectKind: "account",
      subjectId: force.id("Subject"),
      neighbourhoodId: where === null ? null : force.id(where),
    }),
  );
const read = (actor: Actor, filter: Partial<AuditFilter> = {}, below: number | null = null) =>
  readAudit(force.deps, actor, { ...all, ...filter }, below);
const shown = async (actor: Actor, filter: Partial<AuditFilter> = {}) =>
  (await read(actor, filter)).lines.map(({ action }) => action).filter((action) => action !== "audit.read");
const lastRow = async () => {
  const [row] = await force.db.select().from(auditEvents).orderBy(desc(auditEvents.number)).limit(1);
  return row;
};

beforeAll(async () => {
  force = await openPeopleTest();
  for (const name of ["Reader", "Subject"]) await force.account(name);
  await force.account("Partner", { kind: "member", agency: "council" });
  await force.account("Resident", { kind: "resident" });
  await add("2026-07-14T22:59:59Z", "agency.create", "n1");
  // Midnight in London in summer.
  await add("2026-07-14T23:00:00Z", "absence.record", "n1", holding("sergeant", of("n1"), "Partner"));
  await add("2026-07-15T22:59:59Z", "absence.end", "n2");
  await add("2026-07-15T23:00:00Z", "account.link", "n4");
  await add("2026-07-16T10:00:00Z", "account.close", null);
});
afterAll(() => force.close());

describe("a reader sees", () => {
  it.each([
    ["sergeant", ["n1"], ["absence.record", "agency.create"]],
    ["sergeant", ["n1", "n2"], ["absence.end", "absence.record", "agency.create"]],
    ["inspector", ["n4"], ["account.link"]],
    ["commander", ["n3"], []],
    ["sergeant", [], []],
  ] as const)("as %s of %j, the newest first, theirs alone", async (role, codes, actions) => {
    const actor = holding(role, of(...codes));
    if (codes.length === 0) await expect(read(actor)).rejects.toThrow("audit:read");
    else expect(await shown(actor)).toEqual(actions);
  });

  it.each(["chief-officer", "records", "administrator"] as const)("as %s, everything", async (role) => {
    expect(await shown(holding(role, "force"))).toEqual([
      "account.close",
      "account.link",
      "absence.end",
      "absence.record",
      "agency.create",
    ]);
  });

  it("nothing of another's neighbourhood by asking for it", async () => {
    const sergeant = holding("sergeant", of("n1"));
    expect(await shown(sergeant, { neighbourhoodId: force.id("n4") })).toEqual([]);
    expect(await shown(sergeant, { subjectId: force.id("Subject") })).toEqual([
      "absence.record",
      "agency.create",
    ]);
  });

  it("nothing at all without the permission, in the service and in the database", async () => {
    const lacking = roles.filter((role) => !can(holding(role, "force"), "audit:read"));
    expect(roles.filter((role) => !lacking.includes(role))).toEqual([
      "sergeant",
      "inspector",
      "commander",
      "chief-officer",
      "records",
      "administrator",
    ]);
    for (const role of lacking) {
      const actor = holding(role, "force");
      await expect(read(actor), role).rejects.toThrow("audit:read");
      await expect(exportAudit(force.deps, actor, all), role).rejects.toThrow("audit:read");
      expect(await withActor(force.db, actor, (tx) => tx.select().from(auditEvents)), role).toEqual([]);
    }
  });
});

describe("a search", () => {
  const reader = () => holding("administrator", "force");

  it("takes days as they are in London, both included", async () => {
    expect(await shown(reader(), { fromDay: "2026-07-15", toDay: "2026-07-15" })).toEqual([
      "absence.end",
      "absence.record",
    ]);
  });

  it("narrows by action, actor, subject and neighbourhood", async () => {
    expect(await shown(reader(), { action: "absence.end" })).toEqual(["absence.end"]);
    expect(await shown(reader(), { actorId: force.id("Partner") })).toEqual(["absence.record"]);
    expect(await shown(reader(), { subjectId: "SN-1" })).toEqual([]);
    expect(await shown(reader(), { neighbourhoodId: force.id("n4") })).toEqual(["account.link"]);
  });

  it("is recorded with what was asked", async () => {
    await read(reader(), { action: "absence.end", fromDay: "2026-07-15" });
    expect(await lastRow()).toMatchObject({
      action: "audit.read",
      actorId: force.id("Reader"),
      details: { action: "absence.end", fromDay: "2026-07-15", toDay: null, actorId: null },
    });
  });

  it("names who acted: colleagues to everyone, partners to those who keep people, residents to nobody", async () => {
    const firstBy = async (actor: Actor) =>
      (await read(actor, { action: "absence.record" })).lines.map(({ actorName, subjectName }) => [
        actorName,
        subjectName,
      ]);
    expect(await firstBy(reader())).toEqual([["Partner", "Subject"]]);
    expect(await firstBy(holding("sergeant", of("n1")))).toEqual([[null, "Subject"]]);
    await add("2026-07-17T10:00:00Z", "resident.update", "n1", {
      ...holding("resident", of("n1"), "Resident"),
      kind: "resident",
    });
    expect((await read(reader(), { action: "resident.update" })).lines[0]?.actorName).toBeNull();
  });

  it("goes on page by page, each row once, whatever is written meanwhile", async () => {
    for (let count = 0; count < 120; count += 1) await add("2026-08-01T10:00:00Z", "mail.retry", "n3");
    const numbers: number[] = [];
    let below: number | null = null;
    do {
      const page = await read(reader(), { action: "mail.retry" }, below);
      numbers.push(...page.lines.map(({ number }) => number));
      below = page.nextBelow;
      await add("2026-08-01T11:00:00Z", "mail.retry", "n3");
    } while (below !== null);
    expect(numbers).toHaveLength(120);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
  });
});

describe("the download", () => {
  const rowsOf = (csv: string): string[][] => parse(csv, { relaxColumnCount: true });

  it("holds the reader's own rows, with their names made harmless, and is recorded", async () => {
    await force.account("=cmd|evil", { kind: "member" });
    await add("2026-09-01T10:00:00Z", "mail.drop", "n2", holding("sergeant", of("n2"), "=cmd|evil"));
    const administrator = holding("administrator", "force");
    const exported = await exportAudit(force.deps, administrator, { ...all, action: "mail.drop" });
    if (!exported.ok) throw new Error("The download was refused.");
    expect(rowsOf(exported.csv)[1]?.[5]).toBe("'=cmd|evil");
    expect(await lastRow()).toMatchObject({
      action: "audit.export",
      details: { action: "mail.drop", rows: 1 },
    });
    const sergeant = await exportAudit(force.deps, holding("sergeant", of("n4"), "Subject"), all);
    if (!sergeant.ok) throw new Error("The download was refused.");
    expect(
      rowsOf(sergeant.csv)
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(["account.link"]);
  });

  it("says when it is cut, and ends at a person's limit", async () => {
    await force.account("Records");
    const records = holding("records", "force", "Records");
    const once = () => exportAudit({ ...force.deps, mostRows: 3 }, records, all);
    const first = await once();
    if (!first.ok) throw new Error("The download was refused.");
    expect(rowsOf(first.csv)).toHaveLength(5);
    expect(first.csv).toContain("Only the newest 3 rows are here");
    for (let count = 1; count < limits.exportsPerAccount.limit; count += 1)
      expect((await once()).ok).toBe(true);
    expect(await once()).toMatchObject({
      ok: false,
      retryAfterSeconds: limits.exportsPerAccount.windowSeconds,
    });
  });
});
