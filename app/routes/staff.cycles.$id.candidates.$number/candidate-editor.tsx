import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { ChoosableConcern } from "#app/components/staff/candidate-fields.tsx";
import type { FormTarget } from "./candidate-form.tsx";
import { JoinForm, RemoveForm, TakeOffForm } from "./concern-forms.tsx";
import { CardForm, DecisionForm, MarksForm } from "./forms.tsx";
import type { useCandidateForms } from "./use-candidate-forms.ts";

interface CandidateEditorProps {
  target: FormTarget;
  forms: ReturnType<typeof useCandidateForms>;
  concerns: readonly ChoosableConcern[];
  free: readonly ChoosableConcern[];
  trend: { words: string; source: string } | null;
}

/** All that can be changed of a candidate before the vote opens. */
export const CandidateEditor = ({ target, forms, concerns, free, trend }: CandidateEditorProps) => (
  <>
    <JoinForm target={target} field={forms.join} concerns={free} isOpen={forms.sent === "join"} />
    <TakeOffForm
      target={target}
      field={forms.takeOff}
      concerns={concerns}
      isOpen={forms.sent === "take-off"}
    />
    <h2 className="govuk-heading-m">Card</h2>
    {trend === null ? null : (
      <InsetText>
        {trend.words} Source: {trend.source}.
      </InsetText>
    )}
    <CardForm {...target} fields={forms.card} />
    <h2 className="govuk-heading-m">Marks</h2>
    <p>Marks inform the vote and the panel. They do not decide.</p>
    <MarksForm {...target} fields={forms.given} />
    <h2 className="govuk-heading-m">Shortlist</h2>
    <DecisionForm {...target} fields={forms.decided} />
    <RemoveForm target={target} field={forms.remove} isOpen={forms.sent === "remove"} />
  </>
);
