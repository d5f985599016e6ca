import type { Role } from "#app/domain/access.ts";
import type { AreaKind } from "#app/domain/account/account.ts";
import { platform, visitor } from "#app/domain/actor.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { insertAccount, type Account } from "#db/queries/account.ts";
import { appointments } from "#db/schema/account.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface TestPerson {
  account: Account;
  /** The Cookie header of a browser in which this person is signed in. */
  cookie: string;
}

const residentRoles: readonly Role[] = ["resident"];
const memberRoles: readonly Role[] = ["partner", "partnership-chair", "panel-member", "kin-member"];

/** Somebody with one role, for the whole force unless an area is named, signed in on a plain-http site. */
export async function signedInAs(
  db: Db,
  role: Role,
  {
    area = { kind: "force", id: null },
    agencyId = null,
    now = new Date(),
  }: { area?: { kind: AreaKind; id: string | null }; agencyId?: string | null; now?: Date } = {},
): Promise<TestPerson> {
  const kind = residentRoles.includes(role) ? "resident" : memberRoles.includes(role) ? "member" : "staff";
  const account = await withActor(db, platform(), async (tx) => {
    const account = await insertAccount(tx, {
      kind,
      status: "active",
      name: `The ${role}`,
      agencyId,
      createdAt: now,
    });
    if (role !== "resident") {
      await tx.insert(appointments).values({
        accountId: account.id,
        role,
        areaKind: area.kind,
        areaId: area.id,
        startsOn: "2020-01-01",
        createdAt: now,
      });
    }
    return account;
  });
  return { account, cookie: await cookieOf(db, account, now) };
}

/** A fresh session of an account, as a Cookie header. */
export async function cookieOf(
  db: Db,
  account: Pick<Account, "id" | "kind">,
  now = new Date(),
): Promise<string> {
  const method = account.kind === "staff" ? "oidc" : account.kind === "member" ? "passkey" : "email-code";
  const reference = await withActor(db, platform(), (tx) =>
    startSession(tx, now, { account, method, device: "Firefox on Linux", before: visitor() }),
  );
  return (await keepSession(reference, "http://localhost")).split(";")[0] ?? "";
}
