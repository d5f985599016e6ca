import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** The way to tell the team what worries one, and to see what others said. */
export function RaiseLink({ slug }: { slug: string }) {
  return (
    <section aria-labelledby="raise">
      <h2 className="govuk-heading-l" id="raise">
        What worries you here?
      </h2>
      <p>Tell the team. It takes a minute or two, and you need no account.</p>
      <p>
        <Link className="govuk-button" role="button" to={paths.raise(slug)}>
          Tell the team
        </Link>
      </p>
      <p>
        <Link className="govuk-link" to={paths.search(`neighbourhood=${slug}`)}>
          See what others raised here
        </Link>
      </p>
    </section>
  );
}
