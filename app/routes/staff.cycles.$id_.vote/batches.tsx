import { Link } from "@remix-run/react";
import type { Field } from "#app/components/govuk/field.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { batchStateWords, type BatchState } from "#app/domain/ballot/batch.ts";
import { ballotModeWords, ballotModes, isEnteredByStaff, type BallotMode } from "#app/domain/ballot/modes.ts";
import { paths } from "#app/paths.ts";

interface BatchesProps {
  cycleId: string;
  batches: readonly { id: string; number: number; mode: BallotMode; state: BatchState }[];
  canEnter: boolean;
  isOpen: boolean;
  mode: Field;
}

/** The numbered batches of papers and calls, and a form to open another. */
export function Batches({ cycleId, batches, canEnter, isOpen, mode }: BatchesProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Batches of paper and phone ballots</h2>
      {batches.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <DataTable
          caption="Batches"
          isCaptionHidden
          columns={["Batch", "How they came in", "Where it stands"]}
          rows={batches.map((batch) => ({
            key: batch.id,
            cells: [
              canEnter ? (
                <Link key="number" className="govuk-link" to={paths.staff.batch(batch.id)}>
                  {`Batch ${batch.number}`}
                </Link>
              ) : (
                `Batch ${batch.number}`
              ),
              ballotModeWords[batch.mode],
              batchStateWords[batch.state],
            ],
          }))}
        />
      )}
      {canEnter && isOpen ? (
        <form method="post" action={paths.staff.vote(cycleId)} noValidate>
          <input type="hidden" name="intent" value="open-batch" />
          <Radios
            field={mode}
            legend="Open a batch"
            hint="Up to 25 ballots that came in the same way. Write its number on the pile."
            items={ballotModes
              .filter(isEnteredByStaff)
              .map((value) => ({ value, label: ballotModeWords[value] }))}
          />
          <Button look="secondary">Open a batch</Button>
        </form>
      ) : null}
    </>
  );
}
