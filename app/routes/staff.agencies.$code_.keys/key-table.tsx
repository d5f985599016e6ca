import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords, momentInWords } from "#app/domain/account/day-words.ts";
import { keyEndInWords } from "#app/domain/agency/agency-key.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface KeyTableProps {
  code: string;
  keys: readonly {
    id: string;
    name: string;
    madeAt: Date;
    endsOn: Day;
    endedAt: Date | null;
    lastUsedAt: Date | null;
  }[];
  today: Day;
}

/** The keys of an agency, each with its last use and its end. */
export function KeyTable({ code, keys, today }: KeyTableProps) {
  if (keys.length === 0) return <p>This agency has no key.</p>;
  return (
    <DataTable
      caption="Keys of this agency"
      isCaptionHidden
      columns={["Key", "Made", "Last day", "Last used", "Change"]}
      rows={keys.map((key) => {
        const end = keyEndInWords(key, today);
        return {
          key: key.id,
          cells: [
            key.name,
            dayInWords(londonDay(key.madeAt)),
            dayInWords(key.endsOn),
            key.lastUsedAt === null ? "Never" : momentInWords(key.lastUsedAt),
            end ?? (
              <Details key="end" summary={`End ${key.name}`}>
                <p>
                  The agency’s system is shut out this minute. An ended key does not come back: make another.
                </p>
                <form method="post" action={paths.tasking.agencyKeys(code)} noValidate>
                  <input type="hidden" name="key" value={key.id} />
                  <Button name="intent" value="end" look="secondary">
                    End it
                  </Button>
                </form>
              </Details>
            ),
          ],
        };
      })}
    />
  );
}
