import { Tag } from "#app/components/govuk/tag.tsx";
import { reviewStandingOf, standingInWords } from "#app/domain/impact/review.ts";

const tones = { closed: "plain", "in-time": "plain", soon: "now", late: "late" } as const;

/** Where the next review of an assessment stands. */
export const ReviewTag = ({ dueAt, now }: { dueAt: Date | null; now: Date }) => (
  <Tag tone={tones[reviewStandingOf(dueAt, now)]}>{standingInWords(dueAt, now)}</Tag>
);
