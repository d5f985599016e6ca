import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { accountKindWords, accountName, accountStatusWords } from "#app/domain/account/account-words.ts";
import type { AccountKind, AccountStatus } from "#app/domain/account/account.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

export interface ListedPerson {
  id: string;
  kind: AccountKind;
  status: AccountStatus;
  name: string | null;
  surname: string | null;
  agencyName: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
}

const day = (instant: Date) => dayInWords(londonDay(instant));

const nameOf = ({ id, name }: ListedPerson) => (
  <Link className="govuk-link" to={paths.staff.person(id)}>
    {accountName(name)}
  </Link>
);

/** People by name, with where they belong. */
export function PeopleTable({ caption, people }: { caption: string; people: readonly ListedPerson[] }) {
  return (
    <DataTable
      caption={caption}
      columns={["Name", "Kind", "State", "Linked to", "Last signed in"]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          nameOf(person),
          accountKindWords[person.kind],
          accountStatusWords[person.status],
          person.agencyName ?? (person.surname === null ? "Nobody" : person.surname),
          person.lastSeenAt === null ? "Not known" : day(person.lastSeenAt),
        ],
      }))}
    />
  );
}

/** First sign-ins that nobody has linked yet. */
export function WaitingTable({ people }: { people: readonly ListedPerson[] }) {
  return (
    <DataTable
      caption="Waiting to be linked"
      columns={["Name", "Waiting since"]}
      rows={people.map((person) => ({ key: person.id, cells: [nameOf(person), day(person.createdAt)] }))}
    />
  );
}
