import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { engagementStateWords, type EngagementState } from "#app/domain/engagement/engagement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { ShownPlan } from "./page-data.ts";

const tones: Readonly<Record<EngagementState, Tone>> = {
  draft: "plain",
  approved: "now",
  running: "now",
  evaluated: "good",
};

/** How far the plan has come. */
export const Standing = ({ plan: { state, approvedAt, evaluatedAt } }: { plan: ShownPlan }) => (
  <p>
    <Tag tone={tones[state]}>{engagementStateWords[state]}</Tag>{" "}
    {approvedAt === null ? null : `Approved on ${dayInWords(londonDay(approvedAt))}. `}
    {evaluatedAt === null ? null : `Evaluated on ${dayInWords(londonDay(evaluatedAt))}.`}
  </p>
);
