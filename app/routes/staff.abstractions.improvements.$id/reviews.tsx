import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { daysLate } from "#app/domain/abstraction/improvement-due.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ReviewsProps {
  id: string;
  /** Until when the next is due; null where none is. */
  dueOn: Day | null;
  reviews: readonly { month: Day; note: string; at: Date; by: string | null }[];
  /** The month that the reader reviews; null where there is none for them. */
  month: Day | null;
  today: Day;
  reply: SubmissionResult | undefined;
}

/** The monthly look at it, and the form to record one. */
export function Reviews({ id, dueOn, reviews, month, today, reply }: ReviewsProps) {
  const late = dueOn === null ? 0 : daysLate(dueOn, today);
  return (
    <section>
      <h2 className="govuk-heading-m">Monthly reviews</h2>
      {dueOn === null ? null : (
        <p>
          The next is due by {dayInWords(dueOn)}.{" "}
          {late === 0 ? null : <Tag tone="late">{daysLateInWords(late)}</Tag>}
        </p>
      )}
      {month === null ? null : <ReviewForm id={id} month={month} reply={reply} />}
      {reviews.length === 0 ? (
        <p>Nobody has reviewed it yet.</p>
      ) : (
        <DataTable
          caption="Reviews, the latest first"
          isCaptionHidden
          columns={["Month", "What was found", "By"]}
          rows={reviews.map((review) => ({
            key: review.month,
            cells: [
              monthInWords(review.month),
              review.note,
              `${review.by === null ? "" : `${review.by}, `}${dayInWords(londonDay(review.at))}`,
            ],
          }))}
        />
      )}
    </section>
  );
}

function ReviewForm({ id, month, reply }: Pick<ReviewsProps, "id" | "reply"> & { month: Day }) {
  const [, { note }] = useForm<{ note: string }>({ id: "review", lastResult: reply });
  return (
    <details className="govuk-details sn-no-print" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Review {monthInWords(month)}</span>
      </summary>
      <ErrorSummary fields={[note]} />
      <form method="post" action={paths.abstractions.improvement(id)} noValidate>
        <Textarea
          field={note}
          label="What you found, and what follows"
          hint="Only staff read this. Name nobody."
          rows={4}
        />
        <Button name="intent" value="review" look="secondary">
          Record the review
        </Button>
      </form>
    </details>
  );
}
