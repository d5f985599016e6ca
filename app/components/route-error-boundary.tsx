import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useSite } from "#app/components/site/site.ts";
import { FinderForm } from "./finder-form.tsx";
import { plainField } from "./govuk/field.ts";
import { OtherWays } from "./other-ways.tsx";

interface ErrorPage {
  title: string;
  words: string;
}

const pages: Record<number, ErrorPage> = {
  403: {
    title: "You cannot open this page",
    words:
      "Your role does not reach this page. If you think it should, ask the person who gave you your role.",
  },
  404: {
    title: "Page not found",
    words: "If you typed the address, check it is correct. If you followed a link, it may be out of date.",
  },
  413: { title: "That was too much to send", words: "Send less and try again. Nothing has been kept." },
  429: { title: "Too many requests", words: "Wait a minute and try again." },
  503: {
    title: "The service is getting ready",
    words: "Neighbourhoods have not been loaded yet. Try again in a few minutes.",
  },
};

const failure: ErrorPage = {
  title: "Sorry, there is a problem with the service",
  words: "Try again later. Nothing you were told before has changed.",
};

/** Every error page, in the same words and the same house; says a reference and never how it broke. */
export function RouteErrorBoundary() {
  const error = useRouteError();
  const site = useSite();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, words } = pages[status] ?? failure;
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
