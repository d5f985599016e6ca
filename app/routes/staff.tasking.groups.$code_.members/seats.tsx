import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { paths } from "#app/paths.ts";

interface SeatsProps {
  code: string;
  members: readonly {
    id: string;
    name: string | null;
    agency: string;
    position: string;
    isLead: boolean;
  }[];
}

/** Who has a seat, each with the end of it. Whoever leads the group keeps theirs. */
export function Seats({ code, members }: SeatsProps) {
  if (members.length === 0) return <p>Nobody has a seat yet.</p>;
  return (
    <DataTable
      caption="Who has a seat, by agency"
      isCaptionHidden
      columns={["Name", "Agency", "Position", "Change"]}
      rows={members.map(({ id, name, agency, position, isLead }) => ({
        key: id,
        cells: [
          name ?? "Somebody without a name",
          agency,
          position,
          isLead ? (
            "Leads the group"
          ) : (
            <Details key="leave" summary={`Take the seat of ${name ?? "somebody"} away`}>
              <p>
                They lose every meeting of this group at once, past ones too. Past ones do not come back with
                another seat.
              </p>
              <form method="post" action={paths.tasking.groupMembers(code)} noValidate>
                <input type="hidden" name="intent" value="leave" />
                <input type="hidden" name="member" value={id} />
                <Button look="secondary">Take the seat away</Button>
              </form>
            </Details>
          ),
        ],
      }))}
    />
  );
}
