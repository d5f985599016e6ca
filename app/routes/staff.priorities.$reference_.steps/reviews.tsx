import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysLateInWords, reviewerWords, type Reviewer } from "#app/domain/plan/review.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ReviewsProps {
  plan: { reference: string; version: number };
  due: readonly { reviewer: Reviewer; dueOn: Day; daysLate: number; everyDays: number }[];
  reviews: readonly {
    id: string;
    reviewer: Reviewer;
    reviewedOn: Day;
    daysLate: number;
    note: string;
    by: string | null;
  }[];
  /** As whom the reader reviews; null where they do not. */
  as: Reviewer | null;
  reply: SubmissionResult | undefined;
}

/** Who looks at the plan how often, what they found, and the form to say so. */
export function Reviews({ plan, due, reviews, as, reply }: ReviewsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Reviews</h2>
      <ul className="govuk-list">
        {due.map(({ reviewer, dueOn, daysLate, everyDays }) => (
          <li key={reviewer} id={`${reviewer}-review`}>
            {reviewerWords[reviewer]}, every {everyDays} days: due on {dayInWords(dueOn)}{" "}
            {daysLate === 0 ? null : <Tag tone="late">{daysLateInWords(daysLate)}</Tag>}
          </li>
        ))}
      </ul>
      {as === null ? null : <ReviewForm plan={plan} as={as} reply={reply} />}
      {reviews.length === 0 ? (
        <p>Nobody has reviewed the plan yet.</p>
      ) : (
        <DataTable
          caption="Reviews, the latest first"
          isCaptionHidden
          columns={["Day", "By", "What they found", "Late"]}
          rows={reviews.map(({ id, reviewer, reviewedOn, daysLate, note, by }) => ({
            key: id,
            cells: [
              dayInWords(reviewedOn),
              by === null ? reviewerWords[reviewer] : `${reviewerWords[reviewer]}, ${by}`,
              note,
              daysLate === 0 ? "No" : daysLateInWords(daysLate),
            ],
          }))}
        />
      )}
    </section>
  );
}

function ReviewForm({ plan, as, reply }: { as: Reviewer } & Pick<ReviewsProps, "plan" | "reply">) {
  const [, { note }] = useForm<{ note: string }>({ id: "review", lastResult: reply });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Review the plan as the {as}</span>
      </summary>
      <ErrorSummary fields={[note]} />
      <form method="post" action={paths.staff.planSteps(plan.reference)} noValidate>
        <input type="hidden" name="version" value={plan.version} />
        <Textarea field={note} label="What you found" hint="Only staff read this" rows={4} />
        <Button name="intent" value="review" look="secondary">
          Record the review
        </Button>
      </form>
    </details>
  );
}
