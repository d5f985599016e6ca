import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { neighbourhoodGroups } from "#app/components/neighbourhood-groups.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireSignedIn, safeNext } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { leavingHeaders } from "#app/leave.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recallPlace } from "#app/remembered-place.server.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { removeConnection } from "#app/services/resident/remove-connection.server.ts";
import { updateResident } from "#app/services/resident/update-resident.server.ts";
import { findResident } from "#db/queries/resident.ts";
import { newConnection } from "./chosen-neighbourhood.ts";
import { DetailsForm } from "./details-form.tsx";
import { detailsSchema } from "./details-schema.ts";
import { OwnNeighbourhoods } from "./own-neighbourhoods.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "About you",
    description: "Where you belong and how old you are: as much as you want to say.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn(args);
  if (actor.kind !== "resident") throw notFound();
  const { finder, publicUrl } = args.context;
  const { ageBand, connections } = await read((tx) => findResident(tx, signedIn.accountId));
  const place = connections.length === 0 ? await recallPlace(args.request, publicUrl) : null;
  const next = new URL(args.request.url).searchParams.get("next");
  return privatePage({
    neighbourhoods: connections.map(({ neighbourhoodId, kind }) => ({
      id: neighbourhoodId,
      name: finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? "A former neighbourhood",
      connection: kind,
    })),
    groups: neighbourhoodGroups(finder.neighbourhoods),
    ageBand,
    postcode: place?.postcode ?? "",
    suggested: place?.postcode === null ? place.slug : null,
    next: safeNext(next, paths.account.home()),
    isFirst: next !== null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn(args);
  if (actor.kind !== "resident") throw notFound();
  const { db, now, keys, finder, publicUrl } = args.context;
  const form = await readForm(args.request, detailsSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  if (form.value.intent === "remove") {
    await removeConnection({ db, now }, actor, form.value.neighbourhoodId);
    return redirect(paths.account.details());
  }

  const { ageBand, next, ...typed } = form.value;
  const refuse = (field: string, message: string) =>
    badForm(args.context, form.refuse({ [field]: [message] }), {});
  if (ageBand === "under-13") {
    const { ageBand: before } = await read((tx) => findResident(tx, signedIn.accountId));
    // Whoever said before that they are older goes the way that asks for a code.
    if (before !== null) return redirect(paths.account.erase());
    await eraseResident({ db, now, keys }, actor, "under-13");
    return redirect(paths.account.underThirteen(), { headers: await leavingHeaders(publicUrl) });
  }
  const place = await recallPlace(args.request, publicUrl);
  const added = newConnection(finder, typed, place?.slug ?? null);
  if (!added.ok) return refuse(added.field, added.message);
  const { connection } = added;
  const updated = await updateResident({ db, now }, actor, { ageBand: ageBand ?? null, connection });
  if (!updated.ok) return refuse("slug", updated.message);
  return redirect(safeNext(next ?? null, paths.account.home()));
}

export default function Details() {
  const { neighbourhoods, groups, ageBand, postcode, suggested, next, isFirst } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Record<"postcode" | "slug" | "connection" | "ageBand", string>>({
    id: "details",
    lastResult: refused?.reply,
    defaultValue: { postcode, slug: suggested, ageBand },
  });
  const { postcode: postcodeField, slug, connection, ageBand: ageBandField } = fields;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[postcodeField, slug, connection, ageBandField]} />
      <h1 className="govuk-heading-xl">About you</h1>
      <p>
        You can leave all of this open. To vote on what matters in a neighbourhood you need to say how you
        belong there, and that you are 13 or over.
      </p>
      <OwnNeighbourhoods neighbourhoods={neighbourhoods} />
      <DetailsForm
        fields={{ postcode: postcodeField, slug, connection, ageBand: ageBandField }}
        groups={groups}
        hasAgeBand={ageBand !== null}
        next={next}
      />
      <p>
        <Link className="govuk-link" to={next}>
          {isFirst ? "Skip this for now" : "Go back without saving"}
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
