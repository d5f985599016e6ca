import type { MetaFunction } from "@remix-run/node";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Get help now",
    description: "When to call 999, when to call 101, and how to report without giving your name.",
    path: paths.help(),
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return publicPage({});
}

const Telephone = ({ number }: { number: string }) => (
  <a className="govuk-link sn-nowrap" href={`tel:${number.replaceAll(" ", "")}`}>
    {number}
  </a>
);

export default function Help() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Get help now</h1>
      <WarningText>
        Call <Telephone number="999" /> if a crime is happening now, somebody is hurt or in danger, or a
        suspect is close by.
      </WarningText>
      <p>
        If you cannot speak, stay on the line and press 55 when asked on a mobile telephone, or tap or cough
        if you can.
      </p>
      <h2 className="govuk-heading-m">When it is not an emergency</h2>
      <p>
        Call <Telephone number="101" />, at any hour, to report something that has already happened, to give
        information or to speak to the police about anything else.
      </p>
      <h2 className="govuk-heading-m">If you are deaf, hard of hearing or have a speech impairment</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          In an emergency, text relay on <Telephone number="18000" />
        </li>
        <li>
          Otherwise, text relay on <Telephone number="18001 101" />
        </li>
      </ul>
      <h2 className="govuk-heading-m">To tell what you know without giving your name</h2>
      <p>
        Call Crimestoppers, an independent charity, on <Telephone number="0800 555 111" />. They do not ask
        who you are and do not trace your call.
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
