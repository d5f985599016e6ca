import { Details } from "#app/components/govuk/details.tsx";

/** How voting works, in the words of the rules. */
export function HowItWorks({ mostChoices }: { mostChoices: number }) {
  return (
    <Details summary="How voting works">
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Anyone aged 13 or over who lives, works, studies or runs a business here can vote, for up to{" "}
          {mostChoices} problems. Police and partners cannot.
        </li>
        <li>
          Each person has one ballot, in one neighbourhood a round. Addresses that differ only in the part
          after a plus sign are different addresses to us.
        </li>
        <li>You can change or withdraw it until the vote closes. Nobody sees any totals before then.</li>
        <li>
          Your vote is secret. The key that joins a ballot to its voter is destroyed 90 days after the count.
        </li>
        <li>
          After the count the ballots are published without anything about who cast them, so that anybody can
          count them again. With your receipt you can check that yours was counted.
        </li>
        <li>The score informs the panel of residents, who decide. It does not change the votes.</li>
        <li>You can vote on paper or by phone too: ask your neighbourhood team.</li>
      </ul>
    </Details>
  );
}
