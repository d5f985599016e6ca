import { roleWords } from "#app/domain/account/role-words.ts";
import type { PeopleGroup } from "./group-people.ts";

// One screen's worth; the rest of a long group is a tap away.
const shownAtOnce = 6;

type Person = PeopleGroup["people"][number];

/** The people of one group, each with the button that makes the visitor them. */
export function RoleGroup({ group: { heading, people } }: { group: PeopleGroup }) {
  const more = people.slice(shownAtOnce);
  return (
    <section className="sn-people">
      <h2 className="govuk-heading-m">{heading}</h2>
      <PeopleList people={people.slice(0, shownAtOnce)} />
      {more.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {more.length} more
              <span className="govuk-visually-hidden"> under “{heading}”</span>
            </span>
          </summary>
          <PeopleList people={more} />
        </details>
      )}
    </section>
  );
}

function PeopleList({ people }: { people: readonly Person[] }) {
  return (
    <ul className="sn-people__list">
      {people.map(({ id, name, role, place }) => (
        <li key={id}>
          <form method="post">
            <input type="hidden" name="person" value={id} />
            <button type="submit" className="sn-people__person">
              <strong>{name}</strong>
              <span>{roleWords[role]}</span>
              <span className="sn-people__place">{place}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
