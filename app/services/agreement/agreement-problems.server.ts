import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfAgreement, type AgreementText } from "#app/domain/agreement/wanted.ts";
import { agenciesAmong } from "#db/queries/agreement.ts";
import { listPartnerships } from "#db/queries/agreement-list.ts";
import type { Db } from "#db/types.ts";

/** An agreement as its keeper wants it: what it says, and whom it is between. */
export interface WantedAgreement {
  text: AgreementText;
  partyIds: readonly string[];
}

/** What is wrong with an agreement as it is wanted, what only the database knows among it. */
export async function problemsOfWanted(tx: Db, { text, partyIds }: WantedAgreement): Promise<FieldError[]> {
  const parties = await agenciesAmong(tx, partyIds);
  const isGone =
    text.partnershipId !== null && !(await listPartnerships(tx)).some(({ id }) => id === text.partnershipId);
  return [
    ...(isGone
      ? [{ field: "partnership", message: "Choose the partnership again: this choice is no longer there" }]
      : []),
    ...problemsOfAgreement(text, parties),
  ];
}
