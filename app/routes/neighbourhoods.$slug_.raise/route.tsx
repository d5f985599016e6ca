import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Advice } from "#app/components/concern/advice.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
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

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { finder, keys, now, mapTiles } = args.context;
  const { slug, name } = await placeOfPage(args.context, args, paths.raise);
  const map = { version: finder.version, tiles: mapTiles, edition: finder.editions.boundaries };
  return privatePage({ slug, name, stamp: stampForm(keys, now), map });
}

export async function action(args: ActionFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const neighbourhood = await placeOfPage(context, args, paths.raise);
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
