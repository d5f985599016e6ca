import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface WeekFormProps {
  teams: readonly { id: string; name: string }[];
  team: string;
  monday: Day;
}

const weekQuery = (team: string, week: Day) => new URLSearchParams({ team, week }).toString();

/** Which team and which week. */
export function WeekForm({ teams, team, monday }: WeekFormProps) {
  return (
    <>
      {teams.length < 2 ? null : (
        <form method="get" action={paths.abstractions.duties()} className="sn-duty__choose">
          <input type="hidden" name="week" value={monday} />
          <Select
            field={plainField("team", team)}
            label="Team"
            nothing="Select a team"
            groups={[{ label: "", items: teams.map(({ id, name }) => ({ value: id, words: name })) }]}
          />
          <Button look="secondary">Show this team</Button>
        </form>
      )}
      <nav aria-label="Weeks" className="sn-duty__weeks">
        <Link className="govuk-link" to={paths.abstractions.duties(weekQuery(team, addDays(monday, -7)))}>
          Week before
        </Link>
        <Link className="govuk-link" to={paths.abstractions.duties(weekQuery(team, addDays(monday, 7)))}>
          Week after
        </Link>
      </nav>
    </>
  );
}
