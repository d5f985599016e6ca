import { Link } from "@remix-run/react";
import { accountName } from "#app/domain/account/account-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface WaitingForYouProps {
  count: number;
  since: Date | null;
  away: readonly { id: string; accountId: string; name: string | null; endsOn: string | null }[];
}

/** What waits for an administrator, the longest waiting first. */
export function WaitingForYou({ count, since, away }: WaitingForYouProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Waiting for you</h2>
      {count === 0 && away.length === 0 ? <p>Nothing waits for you.</p> : null}
      {count === 0 || since === null ? null : (
        <p>
          <Link className="govuk-link" to={paths.staff.people()}>
            {count === 1 ? "1 person waits" : `${count} people wait`} to be linked to a post
          </Link>
          , {count === 1 ? "" : "the first "}since {dayInWords(londonDay(since))}.
        </p>
      )}
      {away.map(({ id, accountId, name, endsOn }) => (
        <p key={id}>
          <Link className="govuk-link" to={paths.staff.person(accountId)}>
            {accountName(name)}
          </Link>{" "}
          is away {endsOn === null ? "" : `until the end of ${dayInWords(endsOn)} `}with nobody standing in.
        </p>
      ))}
    </section>
  );
}
