import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";
import type { Card } from "./to-card.ts";

interface OwnBallotProps {
  slug: string;
  number: number;
  own: { choices: readonly number[]; receipt: string | null };
  cards: readonly Card[];
  isDone: boolean;
  closesOn: string;
  receiptDays: number;
}

/** That somebody has voted, for what, and their receipt. */
export function OwnBallot({ slug, number, own, cards, isDone, closesOn, receiptDays }: OwnBallotProps) {
  const chosen = cards.filter((card) => own.choices.includes(card.number));
  return (
    <section className="sn-vote__own" aria-labelledby="own">
      <div role={isDone ? "status" : undefined}>
        <h2 className="govuk-heading-m" id="own">
          {isDone ? "Thank you. Your vote is in" : "You have voted"}
        </h2>
      </div>
      <p>You chose:</p>
      <ul className="govuk-list govuk-list--bullet">
        {chosen.map((card) => (
          <li key={card.number}>{card.title}</li>
        ))}
      </ul>
      {own.receipt === null ? null : (
        <p>
          Your receipt is <strong className="sn-vote__receipt">{own.receipt}</strong>. Write it down: for{" "}
          {receiptDays} days after the count you can{" "}
          <Link className="govuk-link" to={paths.receipt(slug, number)}>
            check that your vote was counted
          </Link>
          . It tells nobody what you chose.
        </p>
      )}
      <p>You can change your vote until the end of {closesOn}.</p>
      <div className="govuk-button-group">
        <Link className="govuk-button govuk-button--secondary" to={`${paths.vote(slug)}?change=1`}>
          Change my vote
        </Link>
        <form method="post" action={paths.vote(slug)} noValidate>
          <input type="hidden" name="intent" value="withdraw" />
          <Button look="plain">Withdraw my vote</Button>
        </form>
      </div>
    </section>
  );
}
