import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import type { CertifiedResult } from "#app/domain/ballot/certified.ts";
import { ballotsInWords } from "#app/domain/ballot/tally.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { paths } from "#app/paths.ts";

interface CertifyProps {
  cycleId: string;
  stage: CycleStage;
  canCertify: boolean;
  tally: {
    counted: number;
    quarantined: number;
    isLowParticipation: boolean;
    certifiedBy: string | null;
    result: CertifiedResult;
  } | null;
}

/** The certified count, or the button that makes it one. */
export function Certify({ cycleId, stage, canCertify, tally }: CertifyProps) {
  if (tally !== null) return <Certified tally={tally} />;
  if (stage === "voting") return <div id={wholeFormId} tabIndex={-1} />;
  return (
    <div id={wholeFormId} tabIndex={-1}>
      <h2 className="govuk-heading-m">The count</h2>
      <p>
        Not certified yet. On the third day of the panel’s stage the platform certifies it by itself, without
        the batches that are not entered twice by then.
      </p>
      {canCertify ? (
        <form method="post" action={paths.staff.vote(cycleId)} noValidate>
          <input type="hidden" name="intent" value="certify" />
          <p>Whoever entered ballots of this vote cannot certify it.</p>
          <Button>Certify the count</Button>
        </form>
      ) : null}
    </div>
  );
}

function Certified({ tally }: { tally: NonNullable<CertifyProps["tally"]> }) {
  const { counted, quarantined, isLowParticipation, certifiedBy, result } = tally;
  const { leftOut, deciding } = result.batches;
  return (
    <>
      <h2 className="govuk-heading-m">The count</h2>
      <SummaryList
        rows={[
          {
            term: "Counted",
            value: ballotsInWords({ ballots: counted, isIndicative: isLowParticipation }),
          },
          { term: "Held back", value: String(quarantined) },
          { term: "Certified", value: certifiedBy === null ? "by the platform" : "by a person" },
          { term: "Batches left out", value: leftOut.length === 0 ? "None" : leftOut.join(", ") },
          {
            term: "Batches that decide the first places",
            value: deciding.length === 0 ? "None by itself" : deciding.join(", "),
          },
        ]}
      />
      {result.needsPanelNote ? (
        <p>
          Ballots entered by staff decide the outcome: the panel has to write down why it trusts the count.
        </p>
      ) : null}
    </>
  );
}
