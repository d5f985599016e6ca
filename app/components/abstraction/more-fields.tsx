import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { roleWords } from "#app/domain/account/role-words.ts";
import { authorities } from "#app/domain/abstraction/authority.ts";
import { askingRoles } from "#app/domain/abstraction/entry.ts";
import type { EntryFieldsMetadata } from "./entry-fields.tsx";

interface Choice {
  value: string;
  words: string;
}

interface MoreFieldsProps {
  fields: EntryFieldsMetadata;
  priorities: readonly Choice[];
  neighbourhoods: readonly { label: string; items: readonly Choice[] }[];
  /** An inspector of the area tags a declared incident. */
  mayTag: boolean;
}

const authoriserItems = authorities.map((value) => ({ value, words: roleWords[value] }));
const roleItems = askingRoles.map((value) => ({ value, words: roleWords[value] }));
const words = (fields: EntryFieldsMetadata) => [
  fields.isPlanned,
  fields.requesterUnit,
  fields.requesterRole,
  fields.authoriserRole,
  fields.reason,
  fields.notDone,
  fields.priorityId,
  fields.neighbourhoodId,
  fields.exemptIncident,
  fields.evidenceReference,
];

/** What may be said besides, under one line. */
export function MoreFields({ fields, priorities, neighbourhoods, mayTag }: MoreFieldsProps) {
  const isOpen = words(fields).some(
    ({ initialValue, errors }) => errors !== undefined || (initialValue ?? "") !== "",
  );
  return (
    <Details summary="More about it" isOpen={isOpen}>
      <p>All of this is optional. Name nobody: no names, no addresses, no number plates.</p>
      <Select
        field={fields.priorityId}
        label="Which priority went without?"
        nothing="None that you know of"
        groups={[{ label: "", items: priorities }]}
      />
      <Textarea field={fields.notDone} label="What did not happen because of it?" rows={2} />
      <Textarea field={fields.reason} label="Why?" rows={2} />
      <TextInput field={fields.requesterUnit} label="Which unit asked?" hint="For example, Ripley response" />
      <Select
        field={fields.requesterRole}
        label="Who asked?"
        nothing="Not known"
        groups={[{ label: "", items: roleItems }]}
      />
      <Select
        field={fields.authoriserRole}
        label="Who authorised it?"
        hint="Their sergeant or inspector says so. It counts as an abstraction all the same"
        nothing="Nobody, or not known"
        groups={[{ label: "", items: authoriserItems }]}
      />
      <Checkboxes
        field={fields.isPlanned}
        legend="Is it planned?"
        items={[{ value: "yes", label: "It was known before the day" }]}
      />
      <Select
        field={fields.neighbourhoodId}
        label="For N2: in which neighbourhood did they work?"
        nothing="Select a neighbourhood"
        groups={neighbourhoods}
      />
      {mayTag ? (
        <TextInput
          field={fields.exemptIncident}
          label="Declared incident, authorised at Gold"
          hint="It is shown beside the rate and never taken out of it"
        />
      ) : null}
      <TextInput field={fields.evidenceReference} label="Reference of a log or order" />
    </Details>
  );
}
