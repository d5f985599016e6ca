import { useRouteError } from "@remix-run/react";
import { errorPageOf } from "#app/components/site/error-pages.ts";
import { useSite } from "#app/components/site/site.ts";
import { paths } from "#app/paths.ts";
import { FinderForm } from "./finder-form.tsx";
import { Breadcrumbs } from "./govuk/breadcrumbs.tsx";
import { plainField } from "./govuk/field.ts";
import { OtherWays } from "./other-ways.tsx";
import { LapsedAgreement, LapsedBesides } from "./tasking/lapsed-agreement.tsx";

/** Every error page, in the same words and the same house; says a reference and never how it broke. */
export function RouteErrorBoundary() {
  const error = useRouteError();
  const site = useSite();
  const { status, title, words, lapsed } = errorPageOf(error);
  if (lapsed !== undefined)
    return (
      <div className="govuk-width-container sn-page sn-page--text">
        <Breadcrumbs items={[{ to: paths.partners.home(), words: "Partners" }]} here={title} />
        <LapsedAgreement agreement={lapsed.agreement} isPage isPart={lapsed.isPart} />
        <LapsedBesides agreements={lapsed.others} />
      </div>
    );
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-l">{title}</h1>
      <p>{words}</p>
      {status === 404 ? (
        <>
          <h2 className="govuk-heading-m">Find your team</h2>
          <FinderForm field={plainField("postcode")} />
          <OtherWays />
        </>
      ) : (
        <p>
          In an emergency call 999. To reach the police about anything else, call{" "}
          <a className="govuk-link" href="tel:101">
            101
          </a>
          .
        </p>
      )}
      {status >= 500 && site !== null ? (
        <p className="sn-quiet">
          If you tell us about this, give the reference <strong>{site.requestId}</strong>.
        </p>
      ) : null}
    </div>
  );
}
