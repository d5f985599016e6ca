import { Button } from "#app/components/govuk/button.tsx";
import type { ListField } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { ConcernChoice, type ChoosableConcern } from "#app/components/staff/candidate-fields.tsx";
import {
  leavingInWords,
  removalReasons,
  takingOffReasons,
  type LeavingReason,
} from "#app/domain/concern/candidacy.ts";
import { CandidateForm, type FormTarget } from "./candidate-form.tsx";

interface ConcernFormProps<Fields> {
  target: FormTarget;
  field: Fields;
  concerns: readonly ChoosableConcern[];
  isOpen: boolean;
}

interface ReasonProps {
  field: Field;
  reasons: readonly LeavingReason[];
}

const Reason = ({ field, reasons }: ReasonProps) => (
  <Radios
    field={field}
    legend="Reason, as whoever raised it will read it"
    items={reasons.map((value) => ({ value, label: leavingInWords(value) }))}
  />
);

/** Adds what the cycle may still choose. */
export function JoinForm({ target, field, concerns, isOpen }: ConcernFormProps<ListField>) {
  if (concerns.length === 0) return <p>No other published concern is free to be added.</p>;
  return (
    <Details summary="Add concerns" isOpen={isOpen}>
      <CandidateForm {...target} intent="join">
        <ConcernChoice
          field={field}
          legend="Which concerns are the same problem?"
          hint="People who raised several are counted once. Whoever raised them hears of it."
          concerns={concerns}
        />
        <Button look="secondary">Add to the candidate</Button>
      </CandidateForm>
    </Details>
  );
}

type TakeOff = { concerns: ListField; reason: Field };

/** Takes off what is another problem; a candidate keeps one concern at least. */
export function TakeOffForm({ target, field, concerns, isOpen }: ConcernFormProps<TakeOff>) {
  if (concerns.length < 2) return null;
  return (
    <Details summary="Take concerns off" isOpen={isOpen}>
      <CandidateForm {...target} intent="take-off">
        <ConcernChoice
          field={field.concerns}
          legend="Which concerns do not belong here?"
          hint="Leave at least one. What you take off can be put forward again."
          concerns={concerns}
        />
        <Reason field={field.reason} reasons={takingOffReasons} />
        <Button look="secondary">Take off the candidate</Button>
      </CandidateForm>
    </Details>
  );
}

/** Removes the candidate whole. */
export const RemoveForm = ({ target, field, isOpen }: Omit<ConcernFormProps<Field>, "concerns">) => (
  <Details summary="Remove this candidate" isOpen={isOpen}>
    <p>
      Its card and marks are lost. Its concerns stay published and can be put forward again, until the vote
      opens. Where residents should read why it is not on the list, leave it off the shortlist instead.
    </p>
    <CandidateForm {...target} intent="remove">
      <Reason field={field} reasons={removalReasons} />
      <Button look="secondary">Remove the candidate</Button>
    </CandidateForm>
  </Details>
);
