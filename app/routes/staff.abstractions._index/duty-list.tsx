import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface ListedDuty {
  id: string;
  postId: string;
  who: string;
  when: string;
  isNow: boolean;
  entries: readonly { id: string; words: string }[];
}

interface DutyListProps {
  heading: string;
  duties: readonly ListedDuty[];
  nothing: string;
}

/** Duties with what is logged in them, and the way to log more in each. */
export function DutyList({ heading, duties, nothing }: DutyListProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {duties.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <ul className="govuk-list sn-duties">
          {duties.map(({ id, postId, who, when, isNow, entries }) => (
            <li key={id} className="sn-duties__duty">
              <p className="sn-duties__who">
                <strong>{who}</strong> {when}
                {isNow ? ", on duty now" : ""}
              </p>
              {entries.map((entry) => (
                <p key={entry.id} className="sn-duties__entry">
                  <Link className="govuk-link" to={paths.abstractions.entry(entry.id)}>
                    {entry.words}
                  </Link>
                </p>
              ))}
              <Link className="govuk-link" to={paths.abstractions.log(`post=${postId}`)}>
                Log<span className="govuk-visually-hidden"> for {who}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
