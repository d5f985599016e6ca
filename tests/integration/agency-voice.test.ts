import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountKind, AccountStatus } from "#app/domain/account/account.ts";
import { platform } from "#app/domain/actor.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { insertAccount, speaksForAnAgency } from "#db/queries/account.ts";
import { agencies } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/listening-server.ts";

let database: TestDatabase;
let agencyId = "";
beforeAll(async () => {
  database = await openTestDatabase();
  const [agency] = await database.db
    .insert(agencies)
    .values({ code: "council", name: "The council", kind: "district" })
    .returning({ id: agencies.id });
  agencyId = agency?.id ?? "";
});
afterAll(() => database.close());

interface Opened {
  kind: AccountKind;
  status?: AccountStatus;
  email: string;
  hasAgency?: boolean;
}

/** As each kind comes to be: staff have their address from the provider as it writes it, and no key. */
const open = ({ kind, status = "active", email, hasAgency = false }: Opened) =>
  withActor(database.db, platform(), (tx) =>
    insertAccount(tx, {
      kind,
      status,
      email: kind === "staff" ? ` ${email.toUpperCase()}` : email,
      emailKey: kind === "staff" ? null : emailKeyOf(testKeys, email),
      agencyId: hasAgency ? agencyId : null,
      createdAt: new Date(),
    }),
  );
const asked = (email: string | null) =>
  withActor(database.db, platform(), (tx) =>
    speaksForAnAgency(tx, email === null ? null : emailKeyOf(testKeys, email)),
  );

test.each([
  ["an officer's", [{ kind: "staff" }], true],
  ["two officers'", [{ kind: "staff" }, { kind: "staff" }], true],
  ["that of staff who wait", [{ kind: "staff", status: "waiting" }], true],
  ["an officer's who left", [{ kind: "staff", status: "closed" }], false],
  ["a partner's", [{ kind: "member", hasAgency: true }], true],
  ["a former partner's", [{ kind: "member", status: "closed", hasAgency: true }], false],
  ["a panel member's", [{ kind: "member" }], false],
  ["a panel member's and an officer's", [{ kind: "member" }, { kind: "staff" }], true],
] as const)("a resident's address that is %s too", async (words, others, expected) => {
  const email = `${words.replaceAll(/\W/gu, "-")}@example.org`;
  await open({ kind: "resident", email });
  expect(await asked(email)).toBe(false);
  for (const other of others) await open({ ...other, email });
  expect(await asked(email)).toBe(expected);
});

test("another's address, or none, speaks for nobody", async () => {
  await open({ kind: "staff", email: "officer@force.example" });
  await open({ kind: "resident", email: "neighbour@example.org" });
  expect([await asked("neighbour@example.org"), await asked(null)]).toEqual([false, false]);
});
