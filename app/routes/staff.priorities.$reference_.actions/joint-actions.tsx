import { TaskingActionsTable } from "#app/components/tasking/actions-table.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import type { Day } from "#app/domain/team/day.ts";
import type { JointAction } from "#db/queries/tasking-of-priority.ts";

interface JointActionsProps {
  today: Day;
  actions: readonly JointAction[];
}

/** What partners and police do for the plan by way of joint tasking. */
export const JointActions = ({ today, actions }: JointActionsProps) => (
  <section aria-labelledby="joint">
    <h2 className="govuk-heading-m" id="joint">
      From joint tasking
    </h2>
    <MarkingLine marking="official-sensitive" />
    <p>
      These count as actions of the plan. When the last of all is finished, the plan goes on to its assessment
      by itself. One that was declined is open until it is given to somebody else or withdrawn.
    </p>
    <TaskingActionsTable caption="Actions of tasking groups" today={today} actions={actions} />
  </section>
);
