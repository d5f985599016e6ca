import { Link } from "@remix-run/react";
import { StateTag } from "#app/components/priority/state-tag.tsx";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { paths } from "#app/paths.ts";

export interface MovedOnProps {
  name: string;
  to: readonly { slug: string; name: string }[];
  carried: readonly { reference: string; title: string; state: PriorityState }[];
}

/** In place of a neighbourhood that boundaries no longer have: where it and its priorities went. */
export function MovedOn({ name, to, carried }: MovedOnProps) {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">{name} is now part of another neighbourhood</h1>
      <p>The boundaries of neighbourhoods changed. What was {name} now belongs to:</p>
      <ul className="govuk-list govuk-list--bullet">
        {to.map((neighbourhood) => (
          <li key={neighbourhood.slug}>
            <Link className="govuk-link" to={paths.neighbourhood(neighbourhood.slug)}>
              {neighbourhood.name}
            </Link>
          </li>
        ))}
      </ul>
      {carried.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Its priorities went along</h2>
          <ul className="sn-priorities">
            {carried.map(({ reference, title, state }) => (
              <li key={reference} className="sn-priorities__one">
                <p>
                  <Link className="govuk-link" to={paths.priority(reference)}>
                    {title}
                  </Link>
                </p>
                <p>
                  <StateTag state={state} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
