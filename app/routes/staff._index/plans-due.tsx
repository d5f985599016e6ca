import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysLateInWords, type Reviewer } from "#app/domain/plan/review.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface OfPriority {
  id: string;
  dueOn: Day;
  reference: string;
  title: string;
  place: string;
}

interface PlansDueProps {
  reviews: readonly (OfPriority & { reviewer: Reviewer })[];
  lateActions: readonly (OfPriority & { number: number; task: string })[];
  today: Day;
  /** Whether there are more than these. */
  hasMore: boolean;
}

/** The reviews that the reader owes, and what is late in the plans that they answer for. */
export function PlansDue({ reviews, lateActions, today, hasMore }: PlansDueProps) {
  if (reviews.length === 0 && lateActions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Plans that wait for you</h2>
      <ul className="govuk-list govuk-list--spaced sn-plans-due">
        {reviews.map(({ id, reviewer, dueOn, reference, title, place }) => (
          <li key={id}>
            <Standing dueOn={dueOn} today={today} />{" "}
            <Link className="govuk-link" to={paths.staff.planReview(reference, reviewer)}>
              Review: {title}
            </Link>{" "}
            <span className="sn-quiet">
              {place}, <span className="sn-nowrap">{reference}</span>
            </span>
          </li>
        ))}
        {lateActions.map(({ id, number, task, dueOn, reference, title, place }) => (
          <li key={id}>
            <Standing dueOn={dueOn} today={today} />{" "}
            <Link className="govuk-link" to={paths.staff.planAction(reference, number)}>
              Action: {task}
            </Link>{" "}
            <span className="sn-quiet">
              {title}, {place}, <span className="sn-nowrap">{reference}</span>
            </span>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p>
          <Link className="govuk-link" to={paths.staff.exceptions()}>
            There are more
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Standing({ dueOn, today }: { dueOn: Day; today: Day }) {
  const late = daysBetween(dueOn, today);
  if (late > 0) return <Tag tone="late">{daysLateInWords(late)}</Tag>;
  return <Tag tone="now">{late === 0 ? "Due today" : `Due on ${dayInWords(dueOn)}`}</Tag>;
}
