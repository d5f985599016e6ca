import { Link } from "@remix-run/react";

/** The way on in a list that has more; `to` is null on its last page. */
export function NextPage({ to, words = "Next page" }: { to: string | null; words?: string }) {
  if (to === null) return null;
  return (
    <nav aria-label="Pages" className="sn-next-page">
      <Link className="govuk-link" to={to}>
        {words}
      </Link>
    </nav>
  );
}
