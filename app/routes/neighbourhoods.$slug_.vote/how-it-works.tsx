import { fullScore } from "#app/domain/candidate/score.ts";
import { Details } from "#app/components/govuk/details.tsx";

/** How voting works, in the words of the rules. */
export function HowItWorks({ mostChoices, receiptDays }: { mostChoices: number; receiptDays: number }) {
  return (
    <Details summary="How voting works">
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Anyone aged 13 or over who lives, works, studies or runs a business here can vote, for up to{" "}
          {mostChoices} problems. Police and partners cannot.
        </li>
        <li>
          Each person votes once in each round, in one neighbourhood. We know you by your email address.
        </li>
        <li>You can change or withdraw it until the vote closes. Nobody sees any totals before then.</li>
        <li>
          Your vote is secret. {receiptDays} days after the count we also destroy the key that could still
          show which vote was yours.
        </li>
        <li>
          After the count all votes are published without anything about who cast them, so that anybody can
          count them again. With your receipt you can check that yours was counted, for {receiptDays} days.
        </li>
        <li>
          Each problem has a score out of {fullScore}: up to 4 points each for the support of residents, the
          evidence, the harm, whether it affects people who are seldom heard, whether it can be changed here,
          and whether nobody is dealing with it yet. The panel of residents looks at it when they decide. It
          does not change the votes.
        </li>
        <li>You can vote on paper or by phone too: ask your neighbourhood team.</li>
      </ul>
    </Details>
  );
}
