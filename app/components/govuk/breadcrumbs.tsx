import { Link } from "@remix-run/react";

/** Where the page stands; the last item is the page itself and is no link. */
export function Breadcrumbs({
  items,
  here,
}: {
  items: readonly { to: string; words: string }[];
  here: string;
}) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ to, words }) => (
          <li key={to} className="govuk-breadcrumbs__list-item">
            <Link className="govuk-breadcrumbs__link" to={to}>
              {words}
            </Link>
          </li>
        ))}
        <li className="govuk-breadcrumbs__list-item" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}
