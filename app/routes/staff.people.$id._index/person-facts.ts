import { accountKindWords, accountStatusWords } from "#app/domain/account/account-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { AccountKind, AccountStatus } from "#app/domain/account/account.ts";

interface KnownPerson {
  kind: AccountKind;
  status: AccountStatus;
  email: string | null;
  surname: string | null;
  personReference: string | null;
  agencyName: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
}

const day = (instant: Date | null) => (instant === null ? "Not known" : dayInWords(londonDay(instant)));

/** What is known of a person, for the list at the head of their page. */
export const personFacts = (person: KnownPerson, sessions: number) => [
  { term: "Kind", value: accountKindWords[person.kind] },
  { term: "State", value: accountStatusWords[person.status] },
  { term: "Email", value: person.email ?? "None" },
  person.kind === "staff"
    ? {
        term: "Linked to",
        value:
          person.surname === null
            ? "Nobody"
            : `${person.surname} (${person.personReference ?? "no reference"})`,
      }
    : { term: "Agency", value: person.agencyName ?? "None" },
  { term: "Account since", value: day(person.createdAt) },
  { term: "Last signed in", value: day(person.lastSeenAt) },
  { term: "Signed in now", value: sessions === 1 ? "In 1 browser" : `In ${sessions} browsers` },
];
