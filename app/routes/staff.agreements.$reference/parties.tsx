import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { ViewedAgreement } from "#app/services/agreement/view-agreement.server.ts";

type Party = ViewedAgreement["parties"][number];

interface PartiesProps {
  agreement: { reference: string; version: number };
  parties: readonly Party[];
  /** Whether a partner may leave it: while it is signed. */
  mayLeave: boolean;
}

const standingOf = ({ leftAt, signedOn }: Party): string => {
  if (leftAt !== null) return `Left on ${dayInWords(londonDay(leftAt))}`;
  return signedOn === null ? "Has not signed" : `Signed on ${dayInWords(signedOn)}`;
};

const signedBy = ({ signatory, signatoryPosition }: Party): string =>
  signatory === null ? "" : [signatory, signatoryPosition].filter((words) => words !== null).join(", ");

/** Whom an agreement is between, who signed for each, and the way out for a partner. */
export function Parties({ agreement, parties, mayLeave }: PartiesProps) {
  const canLeave = (party: Party) => mayLeave && !party.isPolice && party.leftAt === null;
  const leaves = parties.some(canLeave);
  return (
    <>
      <h2 className="govuk-heading-m">Parties</h2>
      <DataTable
        caption="Parties"
        isCaptionHidden
        columns={["Agency", "Standing", "Signed by", ...(leaves ? ["Change"] : [])]}
        rows={parties.map((party) => ({
          key: party.agencyId,
          cells: [
            party.name,
            standingOf(party),
            signedBy(party),
            ...(leaves ? [canLeave(party) ? <Leave key="leave" of={agreement} party={party} /> : ""] : []),
          ],
        }))}
      />
    </>
  );
}

const Leave = ({ of: { reference, version }, party }: { of: PartiesProps["agreement"]; party: Party }) => (
  <div className="sn-no-print">
    <Details
      summary={
        <>
          Record that it left<span className="govuk-visually-hidden">: {party.name}</span>
        </>
      }
    >
      <p>
        Its people lose what they share by this agreement this minute. It comes back with another agreement
        alone.
      </p>
      <form method="post" action={paths.tasking.agreement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="agency" value={party.agencyId} />
        <Button name="intent" value="leave" look="secondary">
          Record that it left
        </Button>
      </form>
    </Details>
  </div>
);
