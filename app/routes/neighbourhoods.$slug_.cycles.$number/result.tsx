import { DataTable } from "#app/components/staff/data-table.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";

interface ResultProps {
  ballots: number;
  quarantined: number;
  isLowParticipation: boolean;
  certifiedOn: string;
  modes: readonly { words: string; ballots: number }[];
  rows: readonly {
    id: string;
    title: string;
    votes: number;
    votesWithQuarantined: number;
    rank: number;
    tie: string | null;
  }[];
  seal: string;
  ballotsPath: string;
}

/** The certified count: how many voted and how, each candidate's votes, and how anyone can count again. */
export function Result({
  ballots,
  quarantined,
  isLowParticipation,
  certifiedOn,
  modes,
  rows,
  ...more
}: ResultProps) {
  const hasQuarantined = quarantined > 0;
  return (
    <section aria-labelledby="result">
      <h2 className="govuk-heading-l" id="result">
        The result of the vote
      </h2>
      <p>
        {ballots === 1 ? "1 person" : `${ballots} people`} voted{modes.length === 0 ? "" : ": "}
        {modes.map(({ words, ballots: some }) => `${some} ${words}`).join(", ")}. The count was checked and
        signed on {certifiedOn}.
      </p>
      {isLowParticipation ? (
        <InsetText>
          Low participation: few people voted, so the result is only a sign of what people want.
        </InsetText>
      ) : null}
      {hasQuarantined ? (
        <p>
          {quarantined === 1 ? "1 ballot was" : `${quarantined} ballots were`} held back by a moderator and
          not counted. The table shows the votes without and with {quarantined === 1 ? "it" : "them"}.
        </p>
      ) : null}
      <DataTable
        caption="Votes, the most first"
        isCaptionHidden
        columns={["Place", "What", "Ballots", ...(hasQuarantined ? ["With those held back"] : [])]}
        rows={rows.map(({ id, title, votes, votesWithQuarantined, rank, tie }) => ({
          key: id,
          cells: [
            rank,
            tie === null ? title : `${title} (${tie})`,
            votes,
            ...(hasQuarantined ? [votesWithQuarantined] : []),
          ],
        }))}
      />
      <p>
        <a className="govuk-link" href={more.ballotsPath}>
          Download the anonymous ballots (CSV)
        </a>{" "}
        and count them again.
      </p>
      <Details summary="Check that the file is the one that was counted">
        <p>The file’s fingerprint (SHA-256) must be:</p>
        <p className="sn-break">
          <code>{more.seal}</code>
        </p>
      </Details>
    </section>
  );
}
