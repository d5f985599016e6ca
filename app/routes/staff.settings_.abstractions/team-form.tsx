import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";

export interface TeamValues {
  id: string | null;
  code: string;
  name: string;
  minimum: number;
  isClosed: boolean;
}

// An interface would want an index for every other name.
type TeamFields = { code: string; name: string; minimum: string; isClosed: string };

/** The fields of one response team, or of a new one with null, and what is wrong with them. */
export function useTeamForm(team: TeamValues | null, lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<TeamFields>({
    id: `team-${team?.id ?? "new"}`,
    lastResult,
    defaultValue:
      team === null
        ? {}
        : {
            code: team.code,
            name: team.name,
            minimum: String(team.minimum),
            isClosed: team.isClosed ? "yes" : "",
          },
  });
  const { code, name, minimum, isClosed } = fields;
  return { fields, errors: <ErrorSummary fields={[code, name, minimum, isClosed]} /> };
}

/** Adds a response team or changes one. */
export function TeamForm({
  id,
  fields: { code, name, minimum, isClosed },
}: Pick<ReturnType<typeof useTeamForm>, "fields"> & { id: string | null }) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="intent" value="team" />
      {id === null ? null : <input type="hidden" name="id" value={id} />}
      <TextInput field={code} label="Code" hint="As the duty system has it, for example RB1" width={10} />
      <TextInput field={name} label="Name" hint="For example Response B, early turn" />
      <TextInput field={minimum} label="Minimum strength" inputMode="numeric" width={10} />
      {id === null ? null : (
        <Checkboxes
          field={isClosed}
          legend="Is it closed?"
          items={[{ value: "yes", label: "Yes: it can no longer be chosen" }]}
        />
      )}
      <Button look="secondary">{id === null ? "Add this team" : "Save this team"}</Button>
    </form>
  );
}
