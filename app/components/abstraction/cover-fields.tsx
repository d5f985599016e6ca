import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { responseCover } from "#app/domain/abstraction/codes.ts";
import type { EntryFieldsMetadata } from "./entry-fields.tsx";

interface CoverFieldsProps {
  fields: EntryFieldsMetadata;
  teams: readonly { id: string; name: string; minimum: number }[];
  /** Without script they stand there for every code, and are read for response cover alone. */
  isShown: boolean;
}

/** What response cover alone is asked: which team, and what it was short of. */
export function CoverFields({ fields, teams, isShown }: CoverFieldsProps) {
  return (
    <fieldset className="govuk-fieldset sn-cover" hidden={!isShown}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        For {responseCover}, response cover, only
      </legend>
      <Select
        field={fields.responseTeamId}
        label="Which response team was covered?"
        nothing="Select a team"
        groups={[
          {
            label: "",
            items: teams.map(({ id, name, minimum }) => ({
              value: id,
              words: `${name}, minimum ${minimum}`,
            })),
          },
        ]}
      />
      <TextInput
        field={fields.actual}
        label="How many officers did it have?"
        inputMode="numeric"
        width={10}
      />
      <TextInput
        field={fields.minimum}
        label="Its minimum"
        hint="Leave empty for the team’s own"
        inputMode="numeric"
        width={10}
      />
    </fieldset>
  );
}
