import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Advice } from "#app/components/concern/advice.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { stampForm } from "#app/raise-form.server.ts";
import { raiseFromForm } from "./raise-from-form.server.ts";
import { RaiseForm } from "./raise-form.tsx";
import { raiseSchema } from "./raise-schema.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Tell the ${args.data.name} team what worries you` : "Page not found",
    description: "Raise a concern with your neighbourhood police team. You need no account.",
    path: args.data ? paths.raise(args.data.slug) : null,
  });

export const headers = pageHeaders;

export function loader({ params, context: { finder, keys, now, mapTiles } }: LoaderFunctionArgs) {
  allowPublic();
  const neighbourhood = finder.bySlug(params["slug"] ?? "");
  if (neighbourhood === null) throw notFound();
  const { slug, name } = neighbourhood;
  const map = { version: finder.version, tiles: mapTiles, edition: finder.editions.boundaries };
  return privatePage({ slug, name, stamp: stampForm(keys, now), map });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const neighbourhood = context.finder.bySlug(params["slug"] ?? "");
  if (neighbourhood === null) throw notFound();
  const form = await readForm(request, raiseSchema);
  return form.ok
    ? raiseFromForm(context, neighbourhood, form)
    : badForm(context, form.reply, { route: null });
}

export default function Raise() {
  const { slug, name, stamp, map } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-width-container sn-page">
      <ExitThisPage />
      <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Raise a concern" />
      <div className="sn-page--text">
        {refused?.route == null ? null : <Advice route={refused.route} />}
        <RaiseForm slug={slug} name={name} stamp={stamp} map={map} lastResult={refused?.reply} />
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
