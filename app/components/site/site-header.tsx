import { Link, NavLink } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Roundel } from "./roundel.tsx";
import type { Site } from "./site.ts";

const links = [
  { to: paths.home(), words: "Find your team" },
  { to: paths.neighbourhoods(), words: "Neighbourhoods" },
  { to: paths.map(), words: "Map" },
  { to: paths.help(), words: "Get help now" },
];

const own = {
  resident: { to: paths.account.home(), words: "Your account" },
  staff: { to: paths.staff.home(), words: "Staff" },
  member: { to: paths.partners.home(), words: "Your page" },
};

/** The way in, or to what is theirs, where the way out is too. */
function SignedInLink({ site }: { site: Site | null }) {
  const { to, words } = site?.signedIn ? own[site.signedIn.kind] : { to: paths.signIn(), words: "Sign in" };
  return (
    <NavLink to={to} className="sn-header__link sn-header__link--own">
      {words}
    </NavLink>
  );
}

export function SiteHeader({ site }: { site: Site | null }) {
  return (
    <header className="sn-header">
      {site?.isDemonstration === true ? (
        <div className="sn-demonstration">
          <p className="govuk-width-container sn-demonstration__words">
            <strong>Demonstration.</strong> Fictional people
            {site.hasIllustrativeBoundaries ? ", illustrative boundaries" : ""}.{" "}
            <Link className="sn-demonstration__link" to={paths.demo.people()}>
              Try it as somebody
            </Link>
          </p>
        </div>
      ) : null}
      <div className="govuk-width-container sn-header__row">
        <Link className="sn-header__name" to={paths.home()}>
          <Roundel />
          <span>
            <strong>Safer Neighbourhoods</strong>{" "}
            {site?.force ? <span className="sn-header__force">{site.force.shortName}</span> : null}
          </span>
        </Link>
        <nav className="sn-header__nav" aria-label="Main">
          <ul>
            {links.map(({ to, words }) => (
              <li key={to}>
                <NavLink to={to} end={to === paths.home()} className="sn-header__link">
                  {words}
                </NavLink>
              </li>
            ))}
            <li>
              <SignedInLink site={site} />
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
