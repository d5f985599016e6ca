import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { paths } from "#app/paths.ts";

interface FoundProps {
  found: { postcode: string | null; nextTo: readonly { slug: string; name: string }[] } | null;
}

/** How the reader came here, and what lies over a border close by. */
export function Found({ found }: FoundProps) {
  if (found === null) return null;
  const { postcode, nextTo } = found;
  return (
    <div className="sn-found">
      <p>
        {postcode === null ? (
          "Your neighbourhood for where you are"
        ) : (
          <>
            Your neighbourhood for <strong className="sn-nowrap">{postcode}</strong>
          </>
        )}{" "}
        <span aria-hidden="true">·</span>{" "}
        <Link className="govuk-link" to={paths.find()}>
          change<span className="govuk-visually-hidden"> your postcode</span>
        </Link>
      </p>
      {nextTo.length === 0 ? null : (
        <p>
          Not yours? Next to{" "}
          {nextTo.map(({ slug, name }, index) => (
            <Fragment key={slug}>
              {index === 0 ? "" : index === nextTo.length - 1 ? " and " : ", "}
              <Link className="govuk-link" to={paths.neighbourhood(slug)}>
                {name}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}
