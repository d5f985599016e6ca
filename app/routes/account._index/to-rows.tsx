import type { ReactNode } from "react";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";

interface Held {
  name: string | null;
  email: string | null;
  resident: {
    ageBand: AgeBand | null;
    neighbourhoods: readonly { id: string; name: string; connection: Connection }[];
  } | null;
  hasStops: boolean;
}

/** What is held, a line each; what is not held says so. */
export function toRows({ name, email, resident, hasStops }: Held): { term: string; value: ReactNode }[] {
  return [
    ...(resident === null ? [{ term: "Name", value: name ?? "We do not know it" }] : []),
    { term: "Email address", value: <span className="sn-break">{email ?? "None"}</span> },
    ...(resident === null ? [] : ofResident(resident)),
    { term: "Emails", value: hasStops ? "You stopped some" : "You get those you asked for" },
  ];
}

const ofResident = ({ ageBand, neighbourhoods }: NonNullable<Held["resident"]>) => [
  { term: "Age", value: ageBand === null ? "You have not said" : ageBandWords[ageBand] },
  {
    term: "Neighbourhoods",
    value:
      neighbourhoods.length === 0 ? (
        "You have not said"
      ) : (
        <ul className="govuk-list">
          {neighbourhoods.map(({ id, name, connection }) => (
            <li key={id}>
              {name}: you {connectionWords[connection]}
            </li>
          ))}
        </ul>
      ),
  },
];
