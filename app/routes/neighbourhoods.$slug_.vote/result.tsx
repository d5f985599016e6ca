import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { CertifiedResult } from "#app/domain/ballot/certified.ts";
import { ballotModeWords, ballotModes } from "#app/domain/ballot/modes.ts";
import { tieInWords } from "#app/domain/ballot/rank.ts";
import { ballotsInWords } from "#app/domain/ballot/tally.ts";
import { paths } from "#app/paths.ts";

interface ResultProps {
  slug: string;
  number: number;
  cycleId: string;
  counted: number;
  quarantined: number;
  isIndicative: boolean;
  seal: string;
  result: CertifiedResult;
  titles: ReadonlyMap<number, string>;
}

/** The certified result of a vote, and how anybody can count it again. */
export function Result(props: ResultProps) {
  const { slug, number, cycleId, counted, quarantined, isIndicative, seal, result, titles } = props;
  const modes = ballotModes.filter((mode) => result.modes[mode] > 0);
  const { leftOut } = result.batches;
  return (
    <section aria-labelledby="result">
      <h2 className="govuk-heading-m" id="result">
        The result
      </h2>
      <p>
        {ballotsInWords({ ballots: counted, isIndicative })}
        {modes.length === 0
          ? ""
          : `: ${modes.map((mode) => `${result.modes[mode]} ${ballotModeWords[mode]}`).join(", ")}`}
        .
      </p>
      <DataTable
        caption="Votes for each problem, in the order of the vote"
        isCaptionHidden
        columns={["Place", "Problem", "Votes", ...(quarantined > 0 ? ["With ballots held back"] : [])]}
        rows={result.rows.map((row) => {
          const tie = tieInWords(row);
          const title = titles.get(row.number) ?? `Number ${row.number}`;
          return {
            key: row.id,
            cells: [
              row.rank,
              tie === null ? title : `${title} (${tie})`,
              row.votes,
              ...(quarantined > 0 ? [row.votesWithQuarantined] : []),
            ],
          };
        })}
      />
      {quarantined === 0 ? null : (
        <p>
          {quarantined === 1 ? "1 ballot was" : `${quarantined} ballots were`} held back by a moderator and{" "}
          {quarantined === 1 ? "does" : "do"} not count. The panel sees the votes both ways.
        </p>
      )}
      {leftOut.length === 0 ? null : (
        <p>
          Not counted, because two people did not finish entering them: batch {leftOut.join(", ")} of papers.
        </p>
      )}
      {isIndicative ? (
        <InsetText>
          Few people voted, so this is only indicative. The panel says what it makes of that.
        </InsetText>
      ) : null}
      <p>
        <Link className="govuk-link" to={paths.receipt(slug, number)}>
          Check with your receipt that your vote was counted
        </Link>
      </p>
      <p>
        <a className="govuk-link" href={paths.api.ballots(cycleId)}>
          Download the ballots, without anything about who cast them (CSV)
        </a>
        . Their SHA-256 seal is <code className="sn-vote__seal">{seal}</code>.
      </p>
    </section>
  );
}
