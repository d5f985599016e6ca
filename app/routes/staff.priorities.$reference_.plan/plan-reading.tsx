import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { editingsOf } from "./editings.ts";
import { PlanDesk } from "./plan-desk.tsx";
import type { PlanView } from "./plan-view.ts";

/** A plan for whoever may read it. */
export function PlanReading({ view: { frame, head, part, fields, gate, practice } }: { view: PlanView }) {
  return (
    <PlanPage frame={frame} head={head} title="Plan">
      <PlanDesk
        reference={head.reference}
        stage={head.stage}
        slug={part}
        editings={editingsOf(fields, [])}
        gate={gate}
        practice={practice}
        go={null}
      />
    </PlanPage>
  );
}
