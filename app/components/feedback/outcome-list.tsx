import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { ToldOutcome } from "#app/domain/feedback/asked.ts";

interface OutcomeListProps {
  outcome: ToldOutcome;
}

/** What the team reported at the end of its work, as everybody reads it. */
export function OutcomeList({ outcome }: OutcomeListProps) {
  return (
    <SummaryList
      rows={[
        { term: "What was done", value: outcome.done },
        { term: "What has changed", value: outcome.changed },
        { term: "Before", value: outcome.before },
        { term: "After", value: outcome.after },
        { term: "What was not achieved", value: outcome.notAchieved },
        { term: "What remains", value: outcome.remains },
      ]}
    />
  );
}
