import { DataTable } from "#app/components/staff/data-table.tsx";
import { actionInWords, actorInWords } from "#app/components/staff/audit-words.ts";
import { momentInWords } from "#app/domain/account/day-words.ts";
import type { ViewedAgreement } from "#app/services/agreement/view-agreement.server.ts";

/** What was done with an agreement, from the audit record, the latest first. */
export function History({ acts, parties }: Pick<ViewedAgreement, "acts" | "parties">) {
  if (acts.length === 0) return null;
  const names = new Map(parties.map(({ agencyId, name }) => [agencyId, name]));
  const about = (agencyId: string | null) =>
    agencyId === null ? "" : `: ${names.get(agencyId) ?? "a former party"}`;
  return (
    <>
      <h2 className="govuk-heading-m">What was done with it</h2>
      <DataTable
        caption="What was done with it"
        isCaptionHidden
        columns={["When", "What", "Who"]}
        rows={acts.map(({ number, at, action, actorKind, name, agencyId }) => ({
          key: String(number),
          cells: [
            momentInWords(at),
            `${actionInWords(action)}${about(agencyId)}`,
            actorInWords(actorKind, name),
          ],
        }))}
      />
    </>
  );
}
