import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

interface SimilarConcernsProps {
  concernId: string;
  version: number;
  canMerge: boolean;
  similar: readonly { id: string; reference: string; title: string; raisers: number }[];
}

/** Published concerns nearby that may be about the same thing, each with one button to join them. */
export function SimilarConcerns({ concernId, version, canMerge, similar }: SimilarConcernsProps) {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-s">Published nearby, and alike</h2>
      <ul className="govuk-list sn-alike">
        {similar.map(({ id, reference, title, raisers }) => (
          <li key={id}>
            <Link className="govuk-link" to={paths.staff.concern(id)}>
              {title}
            </Link>{" "}
            {reference}, {raisers === 1 ? "1 person" : `${raisers} people`}
            {canMerge ? (
              <form method="post" action={paths.staff.concern(concernId)} noValidate>
                <input type="hidden" name="intent" value="merge" />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="reference" value={reference} />
                <Button look="plain">
                  Join with this<span className="govuk-visually-hidden"> concern, {reference}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
