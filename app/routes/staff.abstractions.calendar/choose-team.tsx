import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { paths } from "#app/paths.ts";

interface ChooseTeamProps {
  teams: readonly { id: string; name: string }[];
  shown: string;
  month: string;
}

/** Another of the reader's teams. */
export function ChooseTeam({ teams, shown, month }: ChooseTeamProps) {
  if (teams.length < 2) return null;
  return (
    <form className="sn-staff__filters" action={paths.abstractions.calendar()}>
      <input type="hidden" name="month" value={month.slice(0, 7)} />
      <Select
        field={plainField("team", shown)}
        label="Team"
        nothing="Your own"
        groups={[{ label: "", items: teams.map(({ id, name }) => ({ value: id, words: name })) }]}
      />
      <Button look="secondary">Show</Button>
    </form>
  );
}
