import { platform } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import type { DemonstrationAccount } from "./demonstration/accounts.ts";
import { seedId } from "./seed-id.ts";

const nouns = {
  bcu: "bcu",
  section: "section",
  partnership: "partnership",
  neighbourhood: "neighbourhood",
} as const;

const areaIdOf = ({ kind, code }: { kind: string; code: string | null }) =>
  code === null || !(kind in nouns) ? null : seedId(kind, code);

/** Adds the people whom a visitor of the demonstration may become. Their history is recorded under one audit row. */
export async function fillAccounts(
  tx: Db,
  accounts: readonly DemonstrationAccount[],
  now: Date,
): Promise<void> {
  const idOf = (reference: string) => seedId("account", reference);
  await tx.insert(schema.accounts).values(
    accounts.map(({ reference, kind, name, personReference, agencyCode }) => ({
      id: idOf(reference),
      kind,
      status: "active" as const,
      name,
      personId: personReference === null ? null : seedId("person", personReference),
      agencyId: agencyCode === null ? null : seedId("agency", agencyCode),
      createdAt: now,
    })),
  );
  await tx.insert(schema.appointments).values(
    accounts.flatMap(({ reference, appointment }) =>
      appointment === null
        ? []
        : [
            {
              id: seedId("appointment", reference),
              accountId: idOf(reference),
              role: appointment.role,
              areaKind: appointment.area.kind,
              areaId: areaIdOf(appointment.area),
              startsOn: "2024-01-01",
              createdAt: now,
            },
          ],
    ),
  );
  const residents = accounts.flatMap(({ reference, resident }) =>
    resident === null ? [] : [{ accountId: idOf(reference), ...resident }],
  );
  await tx
    .insert(schema.residents)
    .values(residents.map(({ accountId, ageBand }) => ({ accountId, ageBand })));
  await tx.insert(schema.residentConnections).values(
    residents.flatMap(({ accountId, connections }) =>
      connections.map(({ code, kind }) => ({
        accountId,
        neighbourhoodId: seedId("neighbourhood", code),
        kind,
      })),
    ),
  );
  await recordAudit(tx, platform(), now, {
    action: "demonstration.fill",
    subjectKind: "force",
    subjectId: null,
    details: { accounts: accounts.length },
  });
}
