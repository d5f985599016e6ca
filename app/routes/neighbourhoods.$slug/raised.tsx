import { Link } from "@remix-run/react";
import { peopleInWords } from "#app/components/concern/people-in-words.ts";
import { paths } from "#app/paths.ts";

interface RaisedProps {
  slug: string;
  concerns: readonly { reference: string; title: string; place: string | null; raisers: number }[];
}

// Most titles say where it is already.
const placeOf = (title: string, place: string | null) =>
  place === null || place === "" || title.includes(place) ? "" : `${place}. `;

/** What people raised lately, in the words of staff. */
export function Raised({ slug, concerns }: RaisedProps) {
  return (
    <section aria-labelledby="raised">
      <h2 className="govuk-heading-l" id="raised">
        What people raised
      </h2>
      {concerns.length === 0 ? (
        <p>Nothing that people raised has been published here yet.</p>
      ) : (
        <ul className="govuk-list sn-raised">
          {concerns.map(({ reference, title, place, raisers }) => (
            <li key={reference}>
              <Link className="govuk-link" to={paths.concern(reference)}>
                {title}
              </Link>
              <br />
              <span className="sn-quiet">
                {placeOf(title, place)}Raised by {peopleInWords(raisers)}.
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link className="govuk-link" to={paths.search(`neighbourhood=${slug}`)}>
          See all that others raised here
        </Link>
      </p>
    </section>
  );
}
