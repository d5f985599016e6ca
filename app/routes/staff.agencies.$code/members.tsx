import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { accountKindWords, accountName } from "#app/domain/account/account-words.ts";
import type { AccountKind } from "#app/domain/account/account.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface MembersProps {
  code: string;
  members: readonly { id: string; kind: AccountKind; name: string | null; createdAt: Date }[];
}

/** Who can sign in for an agency, each with the end of it. */
export function Members({ code, members }: MembersProps) {
  if (members.length === 0) return <p>Nobody can sign in for this agency.</p>;
  return (
    <DataTable
      caption="People of this agency"
      isCaptionHidden
      columns={["Name", "Kind", "Since", "Change"]}
      rows={members.map(({ id, kind, name, createdAt }) => ({
        key: id,
        cells: [
          kind === "resident" ? (
            accountName(name)
          ) : (
            <Link key="name" className="govuk-link" to={paths.staff.person(id)}>
              {accountName(name)}
            </Link>
          ),
          accountKindWords[kind],
          dayInWords(londonDay(createdAt)),
          <Details
            key="end"
            summary={
              <>
                End access<span className="govuk-visually-hidden"> of {accountName(name)}</span>
              </>
            }
          >
            <p>They are signed out everywhere this minute, and can open nothing more here.</p>
            <form method="post" action={paths.staff.agency(code)} noValidate>
              <input type="hidden" name="intent" value="end-access" />
              <input type="hidden" name="account" value={id} />
              <Button look="secondary">End their access</Button>
            </form>
          </Details>,
        ],
      }))}
    />
  );
}
