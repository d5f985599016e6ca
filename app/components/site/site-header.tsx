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

export function SiteHeader({ site }: { site: Site | null }) {
  return (
    <header className="sn-header">
      {site?.isDemonstration === true ? (
        <div className="sn-demonstration">
          <p className="govuk-width-container sn-demonstration__words">
            <strong>Demonstration.</strong> Fictional people
            {site.hasIllustrativeBoundaries ? ", illustrative boundaries" : ""}.
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
          </ul>
        </nav>
      </div>
    </header>
  );
}
