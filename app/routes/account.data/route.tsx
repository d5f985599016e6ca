import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { requireFresh } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { heldData } from "#app/services/resident/held-data.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Download what we hold about you",
    description: "Everything that this service holds about you, in one file.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  await requireFresh(args);
  return privatePage({ parts: heldData.map(({ key, words }) => ({ key, words })) });
}

export default function OwnData() {
  const { parts } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[{ to: paths.account.home(), words: "Your account" }]}
        here="Download what we hold about you"
      />
      <h1 className="govuk-heading-xl">Download what we hold about you</h1>
      <p>
        The file is JSON, which any text editor opens and other services can read. Where we hold it, it has:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {parts.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
      <p>
        Codes and links that open something are left out, and so are the scrambled forms of them that we keep.
      </p>
      <p>
        <a className="govuk-button" href={paths.account.download()}>
          Download the file
        </a>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
