import type { FieldMetadata } from "@conform-to/react";
import { Select } from "#app/components/govuk/select.tsx";
import { attendanceStateWords, type AttendanceState } from "#app/domain/tasking/meeting.ts";
import { doorStates } from "#app/domain/tasking/door.ts";
import type { DoorFields } from "./door-schema.ts";

/** Somebody whom the door expects. */
export interface Expected {
  id: string;
  name: string | null;
  agency: string;
  position: string;
  /** How they stand now. */
  state: AttendanceState;
  isDeclared: boolean;
  /** "Agreement A-7K3FQ", "The police need no agreement"; or that there is none. */
  agreement: string;
  mayTakePart: boolean;
}

interface DoorPersonProps {
  person: Expected;
  field: FieldMetadata<DoorFields["people"][number]>;
}

/** One person at the door: whether they came, their declaration, and their agency's agreement. */
export function DoorPerson({ person, field }: DoorPersonProps) {
  const { id, name, agency, position, isDeclared, agreement, mayTakePart } = person;
  const { id: idField, was, state, declared } = field.getFieldset();
  const states = doorStates.filter(
    (one) => mayTakePart || state.initialValue === "present" || one !== "present",
  );
  return (
    <div className="sn-attendee">
      <input type="hidden" name={idField.name} value={id} />
      {/* Whoever was told what is recorded now answers that; what was not touched stays untouched. */}
      <input
        type="hidden"
        name={was.name}
        value={state.errors === undefined ? was.initialValue : person.state}
      />
      <Select
        field={state}
        label={name ?? "Somebody whose account is closed"}
        hint={`${agency}: ${position}. ${agreement}`}
        nothing="Choose"
        groups={[
          { label: "", items: states.map((value) => ({ value, words: attendanceStateWords[value] })) },
        ]}
      />
      {isDeclared ? (
        <p>Has made the confidentiality declaration.</p>
      ) : mayTakePart ? (
        <div className="govuk-form-group govuk-checkboxes">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id={declared.id}
              name={declared.name}
              type="checkbox"
              value="yes"
              defaultChecked={declared.initialValue === "yes"}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={declared.id}>
              Made the confidentiality declaration
              <span className="govuk-visually-hidden"> ({name ?? agency})</span>
            </label>
          </div>
        </div>
      ) : null}
    </div>
  );
}
