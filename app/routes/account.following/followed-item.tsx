import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { followingPaceWords } from "#app/domain/following/following.ts";
import { paths } from "#app/paths.ts";
import type { Followed } from "./read-following.ts";

const otherPace = { each: "monthly", monthly: "each" } as const;
const otherWords = { each: "Once a month instead", monthly: "As it happens instead" };

/** Something followed: what it is, how often one hears, and the ways to change or stop that. */
export function FollowedItem({ item }: { item: Followed }) {
  const { kind, subjectId, pace, words, to } = item;
  const about = <span className="govuk-visually-hidden">: {words}</span>;
  return (
    <li>
      <p className="sn-own-list__words">
        {to === null ? (
          words
        ) : (
          <Link className="govuk-link" to={to}>
            {words}
          </Link>
        )}
        <br />
        <span className="sn-quiet">{followingPaceWords[pace]}</span>
      </p>
      <form className="sn-own-list__acts" method="post" action={paths.account.following()}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="subject" value={subjectId} />
        <Button look="plain" name="intent" value={otherPace[pace]}>
          {otherWords[pace]}
          {about}
        </Button>
        <Button look="plain" name="intent" value="stop">
          Stop following
          {about}
        </Button>
      </form>
    </li>
  );
}
