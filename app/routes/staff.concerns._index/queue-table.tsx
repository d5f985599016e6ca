import { stateLabel } from "#app/components/concern/state-label.ts";
import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { categoryWords, type ConcernCategory } from "#app/domain/concern/categories.ts";
import { sourceWords, type ConcernSource } from "#app/domain/concern/sources.ts";
import { waitingStates, type ConcernState } from "#app/domain/concern/states.ts";
import { clockInWords } from "#app/domain/concern/triage.ts";
import { paths } from "#app/paths.ts";

export interface ListedConcern {
  id: string;
  reference: string;
  neighbourhood: string;
  category: ConcernCategory;
  source: ConcernSource;
  state: ConcernState;
  isUrgent: boolean;
  dueAt: Date;
  /** What was found in it, by kind. */
  found: readonly string[];
}

const waiting: readonly ConcernState[] = waitingStates;

function Clock({ state, dueAt, now }: Pick<ListedConcern, "state" | "dueAt"> & { now: Date }) {
  if (!waiting.includes(state)) return "None";
  const { isLate, words } = clockInWords(dueAt, now);
  return isLate ? <Tag tone="late">{words}</Tag> : words;
}

/** What waits, the urgent first, with what detection found by kind: never what was said. */
export function QueueTable({ concerns, now }: { concerns: readonly ListedConcern[]; now: Date }) {
  return (
    <DataTable
      caption="Concerns"
      isCaptionHidden
      columns={["Concern", "About", "Where", "Came in", "State", "Clock", "Found in it"]}
      rows={concerns.map((concern) => ({
        key: concern.id,
        cells: [
          <>
            <Link className="govuk-link sn-whole" to={paths.staff.concern(concern.id)}>
              {concern.reference}
            </Link>{" "}
            {concern.isUrgent ? <Tag tone="now">Urgent</Tag> : null}
          </>,
          categoryWords[concern.category].name,
          concern.neighbourhood,
          sourceWords[concern.source],
          stateLabel(concern.state),
          <Clock key="clock" state={concern.state} dueAt={concern.dueAt} now={now} />,
          concern.found.length === 0 ? "Nothing" : concern.found.join(", "),
        ],
      }))}
    />
  );
}
