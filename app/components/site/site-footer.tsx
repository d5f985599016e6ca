import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import type { Site } from "./site.ts";

const links = [
  { to: paths.help(), words: "Get help now" },
  { to: paths.practice(), words: "What has worked" },
  { to: paths.privacy(), words: "Privacy" },
  { to: paths.cookies(), words: "Cookies" },
  { to: paths.accessibility(), words: "Accessibility" },
  { to: paths.terms(), words: "Taking part" },
  { to: paths.attribution(), words: "Sources and licences" },
];

export function SiteFooter({ site }: { site: Site | null }) {
  return (
    <footer className="sn-footer">
      <div className="govuk-width-container">
        <p className="sn-footer__emergency">
          <strong>In an emergency call 999.</strong> For everything else that needs the police, call 101.
        </p>
        <ul className="sn-footer__links">
          {links.map(({ to, words }) => (
            <li key={to}>
              <Link className="sn-footer__link" to={to}>
                {words}
              </Link>
            </li>
          ))}
          {site?.force?.website == null ? null : (
            <li>
              <a className="sn-footer__link" href={site.force.website}>
                {site.force.name}
              </a>
            </li>
          )}
        </ul>
        <p className="sn-footer__licence">
          Contains public sector information licensed under the{" "}
          <a
            className="sn-footer__link"
            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            rel="license"
          >
            Open Government Licence v3.0
          </a>{" "}
          where the page names it.
        </p>
      </div>
    </footer>
  );
}
