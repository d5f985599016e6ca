import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  activityMethodWords,
  activityPurposeWords,
  reachPercent,
} from "#app/domain/engagement/engagement.ts";
import { poundsInWords } from "#app/domain/plan/cost.ts";
import type { ShownActivity } from "./shown-activity.ts";

const isSaid = ({ value }: { term: string; value: string | null }) => value !== null && value !== "";

/** One activity: what is planned, and what came of it. */
export function Activity({ activity }: { activity: ShownActivity }) {
  const { method, purpose, number, isCancelled, heldOn, hours, costPence } = activity;
  const when = [heldOn === null ? "Day not fixed" : dayInWords(heldOn), hours];
  const rows = [
    { term: "For", value: activity.audience },
    { term: "Where", value: activity.place },
    { term: "When", value: when.filter((part) => part !== null).join(", ") },
    { term: "Format and language", value: activity.formatAndLanguage },
    { term: "Run by", value: activity.runBy ?? "The neighbourhood team" },
    { term: "Reach", value: reachInWords(activity) },
    { term: "Cost", value: costPence === null ? null : poundsInWords(costPence) },
    { term: "What was heard", value: activity.heard },
    { term: "Told what came of it", value: toldInWords(activity) },
  ];
  return (
    <>
      <h3 className="govuk-heading-s" id={`activity-${number}`}>
        {number}. {activityMethodWords[method]}: {activityPurposeWords[purpose].toLowerCase()}{" "}
        {isCancelled ? <Tag>Cancelled</Tag> : null}
      </h3>
      <SummaryList rows={rows.filter(isSaid)} />
    </>
  );
}

function reachInWords({ targetReach, actualReach }: ShownActivity): string | null {
  const meant = targetReach === null ? null : `${targetReach} people meant to be reached`;
  if (actualReach === null) return meant;
  const percent = reachPercent(targetReach, actualReach);
  return percent === null
    ? `${actualReach} people reached`
    : `${actualReach} of ${targetReach ?? 0} people reached (${percent}%)`;
}

const toldInWords = ({ feedbackGiven, feedbackOn }: ShownActivity): string =>
  [feedbackOn === null ? "" : dayInWords(feedbackOn), feedbackGiven].filter((part) => part !== "").join(": ");
