import { useRef } from "react";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { fieldNamesOf, type PlanPart } from "#app/domain/plan/parts.ts";
import { paths } from "#app/paths.ts";
import type { Trouble } from "./editings.ts";
import { PlanDesk } from "./plan-desk.tsx";
import { PlanField } from "./plan-field.tsx";
import type { PlanView } from "./plan-view.ts";
import { SaveBar } from "./save-bar.tsx";
import { Troubles } from "./troubles.tsx";
import { useOpenPart } from "./use-open-part.ts";
import { usePlanEditing } from "./use-plan-editing.ts";

/** A plan for whoever may write in it: a form for each part, which script saves as they go. */
export function PlanEditor({ view, troubles }: { view: PlanView; troubles: readonly Trouble[] }) {
  const { frame, head, part, fields, gate, practice, mark, isSaved } = view;
  const { reference, stage } = head;
  const form = useRef<HTMLFormElement>(null);
  const { slug, go } = useOpenPart(reference, part);
  const { editings, status, ...does } = usePlanEditing({
    owner: { mark, reference },
    fields,
    troubles,
    form,
  });
  const here = paths.staff.planPart(reference, slug);

  const formOf = ({ part: one }: PlanPart) => (
    <form
      ref={form}
      method="post"
      action={here}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        does.save();
      }}
    >
      {/* What the Enter key presses is the first button of a form: never one that chooses between two texts. */}
      <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      {fieldNamesOf(one).map((name) => {
        const editing = editings.get(name);
        return editing === undefined ? null : (
          <PlanField key={name} name={name} editing={editing} does={does} />
        );
      })}
      <SaveBar status={status} isScripted={go !== null} signIn={paths.staff.signIn(here)} />
    </form>
  );

  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Plan"
      errors={troubles.length === 0 ? null : <Troubles troubles={troubles} editings={editings} />}
    >
      <DoneMessage words={isSaved ? "Saved." : null} />
      <PlanDesk
        reference={reference}
        stage={stage}
        slug={slug}
        editings={editings}
        gate={gate}
        practice={practice}
        go={go}
        part={formOf}
      />
    </PlanPage>
  );
}
