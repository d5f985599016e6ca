import type { ShownEngagement } from "./shown-engagement.server.ts";
import type { ShownWork } from "./shown-plan.server.ts";

interface TakenPartProps {
  involved: ShownWork["involved"];
  past: ShownEngagement["past"];
}

/** How people who live here took part so far, what was heard and what came of it. */
export function TakenPart({ involved, past }: TakenPartProps) {
  if (involved.length === 0 && past.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">How people here took part</h3>
      <ul className="sn-involved">
        {involved.map(({ on, who, how, whatChanged }) => (
          <li key={`${on} ${who} ${how}`}>
            <p>
              <strong>{who}</strong>, {on}
            </p>
            <p>{how}</p>
            <p>What changed because of it: {whatChanged}</p>
          </li>
        ))}
        {past.map(({ what, when, reached, heard, answered }) => (
          <li key={`${what} ${when ?? ""} ${reached}`}>
            <p>
              <strong>{what}</strong>
              {when === null ? null : <>, {when}</>}
            </p>
            <p>{reached}</p>
            {heard.map((words) => (
              <p key={words}>What we heard: {words}</p>
            ))}
            {answered.map((words) => (
              <p key={words}>What people were told: {words}</p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
