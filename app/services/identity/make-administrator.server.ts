import { z } from "zod";
import { platform } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { insertAccount, updateAccount, type Account } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  appointAdministrator,
  findAccountByIdentity,
  insertIdentity,
  listAdministrators,
  lockAdministrators,
  lockIdentity,
} from "#db/queries/identity.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export const makeAdministratorSchema = z.object({
  issuer: z.url({ protocol: /^https?$/, error: "is the provider's address: https://…" }),
  subject: z.string().trim().min(1).max(255),
  name: z.string().trim().min(1).max(200).optional(),
  /** Even though somebody can already do this on the page for people. */
  another: z.boolean().default(false),
});
export type MakeAdministrator = z.infer<typeof makeAdministratorSchema>;

// To say whether there is one, and whether it is this one.
const mostAdministrators = 1_000;

/** Makes whoever signs in as this identity an administrator of the force from today. @throws ImportRefused */
export function makeAdministrator(
  { db, now }: { db: Db; now: Date },
  { issuer, subject, name, another }: MakeAdministrator,
): Promise<void> {
  const today = londonDay(now);
  return withActor(db, platform(), async (tx) => {
    await lockAdministrators(tx);
    await lockIdentity(tx, { issuer, subject });
    const known = await findAccountByIdentity(tx, { issuer, subject });
    const isFirst = await isFirstOrRefuse(tx, today, known, another);
    const account =
      known ??
      (await insertAccount(tx, { kind: "staff", status: "active", name: name ?? null, createdAt: now }));
    if (known === null) await insertIdentity(tx, { issuer, subject, accountId: account.id, createdAt: now });
    else await updateAccount(tx, account.id, { status: "active", name: name ?? known.name });
    const appointmentId = await appointAdministrator(tx, account.id, today, now);
    await recordAudit(tx, platform(), now, {
      action: "account.make-administrator",
      subjectKind: "account",
      subjectId: account.id,
      reason: "command-line",
      details: { appointmentId, isNewAccount: known === null, isFirst },
    });
  });
}

/** Whether this is the first administrator. @throws ImportRefused */
async function isFirstOrRefuse(
  tx: Db,
  today: Day,
  known: Account | null,
  another: boolean,
): Promise<boolean> {
  if (known?.status === "closed")
    throw new ImportRefused("This account was closed. Open it again on the page for people.");
  const administrators = await listAdministrators(tx, today, mostAdministrators);
  if (known !== null && administrators.some(({ id }) => id === known.id))
    throw new ImportRefused("This person is an administrator already.");
  if (administrators.length > 0 && !another) {
    throw new ImportRefused(
      "There is an administrator already, who can give the role on the page for people. If nobody can, say --another.",
    );
  }
  return administrators.length === 0;
}
