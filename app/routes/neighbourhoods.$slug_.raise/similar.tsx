import { peopleInWords } from "#app/components/concern/people-in-words.ts";
import { paths } from "#app/paths.ts";
import type { SimilarConcern } from "./read-similar.ts";

/** What others raised already. Opens beside the form, so that nothing typed is lost. */
export function Similar({ concerns }: { concerns: readonly SimilarConcern[] }) {
  return (
    <div role="status">
      {concerns.length === 0 ? null : (
        <div className="sn-similar">
          <h2 className="govuk-heading-m">Is it one of these?</h2>
          <p>Add yourself instead of raising it again. It opens in a new tab, and nothing here is lost.</p>
          <ul className="govuk-list sn-similar__list">
            {concerns.map(({ reference, title, raisers }) => (
              <li key={reference}>
                <a className="govuk-link" href={paths.concern(reference)} target="_blank" rel="noreferrer">
                  {title}
                </a>
                <br />
                <span className="sn-quiet">{peopleInWords(raisers)} raised this: add yourself</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
