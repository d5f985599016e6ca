import type { MetaFunction } from "@remix-run/node";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { useSite } from "#app/components/site/site.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { HowTested } from "./how-tested.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Accessibility statement",
    description: "What this website does so that everyone can use it, what was tested, and what was not.",
    path: paths.accessibility(),
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return publicPage({});
}

export default function Accessibility() {
  const force = useSite()?.force ?? null;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Accessibility statement</h1>
      <p>
        This statement is about this website only, run by{" "}
        {force?.name ?? "the police force that you find on it"}. Everyone should be able to use it. You should
        be able to:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>read and do everything with the keyboard alone</li>
        <li>zoom in to 400% without scrolling sideways</li>
        <li>change colours, contrast and fonts in your browser or system</li>
        <li>use everything without JavaScript, except what only helps, such as moving the map</li>
        <li>do without the map: all that is on it is also in a list</li>
        <li>read plain words, in a typeface drawn for readers with low vision</li>
      </ul>
      <HowTested />
      <h2 className="govuk-heading-l">If something does not work for you</h2>
      <p>
        Call 101, or 18001 101 by Relay UK
        {force?.website == null ? (
          ""
        ) : (
          <>
            , or write through the website of{" "}
            <a className="govuk-link" href={force.website}>
              {force.name}
            </a>
          </>
        )}
        . Say which page it was and what you use. Ask in the same way for any page in large print, in audio,
        in Easy Read or in British Sign Language.
      </p>
      <h2 className="govuk-heading-l">If you are not happy with the answer</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with
        how your complaint was answered, contact the Equality Advisory and Support Service (EASS).
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
