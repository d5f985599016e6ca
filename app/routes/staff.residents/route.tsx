import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listEnteredResidents } from "#db/queries/resident.ts";
import { placeOf, readPlace } from "./place-in-list.ts";
import { toRow } from "./to-row.tsx";

const rowsOnAPage = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Residents on paper and by telephone",
    description: "Residents whom staff entered, because they have no email address.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "resident:assist");
  const { actor, read } = visit;
  const scope = scopeOf(actor, "resident:assist");
  if (scope === null) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const after = readPlace(searchParams.get("after"));
  // One more than is shown says whether there is a next page.
  const found = await read((tx) => listEnteredResidents(tx, scope, after, rowsOnAPage + 1));
  const shown = found.slice(0, rowsOnAPage);
  const last = shown.at(-1);
  const entered = searchParams.get("entered");
  const { finder } = args.context;
  return privatePage({
    frame: staffFrameOf(visit),
    // Only what is in the list is said back.
    entered: shown.some(({ reference }) => reference === entered) ? entered : null,
    isErased: searchParams.get("done") === "erased",
    residents: shown.map(({ accountId, reference, ageBand, neighbourhoodId, connection, enteredAt }) => ({
      accountId,
      reference,
      ageBand,
      connection,
      enteredAt,
      neighbourhood:
        finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? "A former neighbourhood",
    })),
    nextPage:
      found.length > rowsOnAPage && last !== undefined ? paths.staff.residentsAfter(placeOf(last)) : null,
  });
}

export default function Residents() {
  const { frame, entered, isErased, residents, nextPage } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Residents on paper and by telephone">
      <DoneMessage words={isErased ? "The resident is erased." : null} />
      {entered === null ? null : (
        <InsetText>
          The resident is entered. Write this on their paper:{" "}
          <strong className="sn-entered-reference">{entered}</strong>
        </InsetText>
      )}
      <p>
        People who take part without an email address. We keep no name: the reference on their paper is how
        you find them again.
      </p>
      <p>
        <Link className="govuk-button" to={paths.staff.newResident()}>
          Enter a resident
        </Link>
      </p>
      {residents.length === 0 ? (
        <p>Nobody has been entered for your neighbourhoods yet.</p>
      ) : (
        <DataTable
          caption="Residents entered for your neighbourhoods, the newest first"
          isCaptionHidden
          columns={["Reference", "Neighbourhood", "Connection", "Age", "Entered"]}
          rows={residents.map(toRow)}
        />
      )}
      <NextPage to={nextPage} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
