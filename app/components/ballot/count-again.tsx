import { Details } from "#app/components/govuk/details.tsx";
import { votesFormula } from "#app/domain/ballot/count-again.ts";
import type { ShownResult } from "#app/domain/ballot/shown-result.ts";

interface CountAgainProps {
  result: Pick<ShownResult, "ballots" | "rows" | "seal">;
  ballotsPath: string;
}

const fileName = "ballots.csv";

/** How anybody counts the published ballots again, in three steps. */
export function CountAgain({ result: { ballots, rows, seal }, ballotsPath }: CountAgainProps) {
  const [first] = rows;
  return (
    <Details summary="How to check the count yourself">
      <ol className="govuk-list govuk-list--number">
        <li>
          <a className="govuk-link" href={ballotsPath} download={fileName}>
            Download all votes (CSV)
          </a>
          . Each line below the first is the vote of one person: the numbers of the problems that they chose.
          Nothing in it says who voted, when or how.
        </li>
        <li>
          Count the lines below the first. There {ballots === 1 ? "is 1" : `are ${ballots}`}, as many as
          people voted. Then count in how many lines each number stands, and compare that with the table.
          {first === undefined || ballots === 0 ? null : (
            <>
              {" "}
              A spreadsheet does it for you: this counts the votes of number {first.number}, and the answer
              must be {first.votes}.<br />
              <code className="sn-break">{votesFormula(first.number, ballots)}</code>
            </>
          )}
        </li>
        <li>
          Check that your file is the one that was counted, in the folder of your downloads. On Windows type{" "}
          <code>certutil -hashfile {fileName} SHA256</code> at the command prompt, on a Mac{" "}
          <code>shasum -a 256 {fileName}</code> in the Terminal. The answer changes if anything in the file
          does. It must be:
          <br />
          <code className="sn-break">{seal}</code>
        </li>
      </ol>
    </Details>
  );
}
