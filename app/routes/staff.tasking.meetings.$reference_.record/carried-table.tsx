import { dayInWords } from "#app/domain/account/day-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import {
  carriedOutcomeWords,
  taskingActionStateWords,
  type CarriedOutcome,
  type TaskingActionState,
} from "#app/domain/tasking/action.ts";

interface Carried {
  id: string;
  name: string;
  task: string;
  agency: string;
  dueOn: string;
  state: TaskingActionState;
  outcome: CarriedOutcome | null;
  note: string | null;
}

/** The actions from last time, and what the meeting found of each so far. */
export const CarriedTable = ({ carried }: { carried: readonly Carried[] }) =>
  carried.length === 0 ? null : (
    <DataTable
      caption="Actions from last time"
      columns={["Action", "State now", "Outcome"]}
      rows={carried.map(({ id, name, task, agency, dueOn, state, outcome, note }) => ({
        key: id,
        cells: [
          <div key="action">
            <span className="sn-whole">{name}:</span> {task}
            <p className="sn-quiet">
              {agency}, by {dayInWords(dueOn)}
            </p>
          </div>,
          taskingActionStateWords[state],
          outcome === null ? "Not said yet" : (note ?? carriedOutcomeWords[outcome]),
        ],
      }))}
    />
  );
