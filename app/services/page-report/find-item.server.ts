import { platform } from "#app/domain/actor.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { reportableKinds, type ReportableKind } from "#app/domain/page-report/page-report.ts";
import { findPublicItem, type PublicItem } from "#db/queries/public-item.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const isReportable = (kind: string): kind is ReportableKind => reportableKinds.some((one) => one === kind);

/**
 * A public item as an address names it, or null. One that was taken down is found as well, so that its page can say
 * so: the database shows it to no visitor, hence the platform looks.
 */
export async function findItem({ db }: { db: Db }, kind: string, typed: string): Promise<PublicItem | null> {
  if (!isReportable(kind)) return null;
  const reference = readReference(kind, typed);
  return reference === null
    ? null
    : withActor(db, platform(), (tx) => findPublicItem(tx, kind, { reference }));
}
