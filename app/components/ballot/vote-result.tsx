import { Link } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import type { ShownResult } from "#app/domain/ballot/shown-result.ts";
import { CountAgain } from "./count-again.tsx";

interface VoteResultProps {
  result: ShownResult;
  countedOn: string;
  ballotsPath: string;
  /** Null once no receipt can be looked up any more. */
  receiptPath: string | null;
}

/** The certified count of a vote: how many voted, what each problem got, and how anybody can check it. */
export function VoteResult({ result, countedOn, ballotsPath, receiptPath }: VoteResultProps) {
  const { ballots, split, quarantined, isLowParticipation, rows, leftOut } = result;
  const hasQuarantined = quarantined > 0;
  return (
    <section aria-labelledby="result">
      <h2 className="govuk-heading-l" id="result">
        The result of the vote
      </h2>
      <p>
        {ballots === 1 ? "1 person" : `${ballots} people`} voted{split === null ? "" : `: ${split}`}. The
        votes were counted and the count was confirmed on {countedOn}.
      </p>
      {isLowParticipation ? (
        <InsetText>
          Few people voted, so this is a hint of what people want and not a clear answer. The panel may ask
          more people before it decides.
        </InsetText>
      ) : null}
      <DataTable
        caption="Votes, the most first"
        isCaptionHidden
        columns={["Place", "Problem", "Votes", ...(hasQuarantined ? ["With votes held back"] : [])]}
        rows={rows.map(({ id, number, title, votes, votesWithQuarantined, rank, tie }) => ({
          key: id,
          cells: [
            rank,
            <div key="what">
              {title} <span className="sn-quiet">(number {number} on the list)</span>
              {tie === null ? null : (
                <>
                  <br />
                  <span className="sn-quiet">It has {tie}.</span>
                </>
              )}
            </div>,
            votes,
            ...(hasQuarantined ? [votesWithQuarantined] : []),
          ],
        }))}
      />
      <HeldBack quarantined={quarantined} />
      {leftOut.length === 0 ? null : (
        <p>
          Some votes on paper or by phone are not counted (bundle {leftOut.join(", ")}). Two people have to
          enter each of them, and that was not finished.
        </p>
      )}
      {receiptPath === null ? null : (
        <p>
          <Link className="govuk-link" to={receiptPath}>
            Check with your receipt that your vote was counted
          </Link>
        </p>
      )}
      <CountAgain result={result} ballotsPath={ballotsPath} />
    </section>
  );
}

function HeldBack({ quarantined }: { quarantined: number }) {
  if (quarantined === 0) return null;
  return quarantined === 1 ? (
    <p>1 vote was held back because it may not be real. It does not count. The table shows both counts.</p>
  ) : (
    <p>
      {quarantined} votes were held back because they may not be real. They do not count. The table shows both
      counts.
    </p>
  );
}
