import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { neighbourhoodGroups } from "#app/components/neighbourhood-groups.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { can } from "#app/domain/actor.ts";
import { foundInWords } from "#app/domain/concern/detection/flag.ts";
import { concernReaders, readableParts } from "#app/domain/concern/reading.ts";
import { publicStates } from "#app/domain/concern/states.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { countQueue, listQueue } from "#db/queries/concern-queue.ts";
import { FilterForm } from "./filter-form.tsx";
import { readQueueFilter } from "./queue-filter.ts";
import { readPlace, writePlace } from "./queue-place.ts";
import { QueueTable } from "./queue-table.tsx";

const mostOnAPage = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Concerns",
    description: "What residents raised and somebody decides.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, concernReaders);
  const { actor } = visit;
  const { finder, now } = args.context;
  const search = new URL(args.request.url).searchParams;
  const { neighbourhood = "", state, category, source, late } = readQueueFilter(search);
  const reach = readableParts(actor);
  // Whoever reads published texts alone finds nothing among what still waits.
  const readsPublicAlone = reach.every(({ part }) => part === "published");
  const filter = {
    neighbourhoodId: finder.bySlug(neighbourhood)?.id,
    states: state !== undefined ? [state] : readsPublicAlone ? publicStates : undefined,
    category,
    source,
    isLate: late === "yes",
  };
  const after = readPlace(search.get("after"));
  const { rows, counts } = await visit.read(async (tx) => ({
    rows: await listQueue(tx, reach, filter, {
      now,
      after,
      limit: mostOnAPage + 1,
    }),
    // Said at the head of the first page.
    counts: readsPublicAlone || after !== null ? null : await countQueue(tx, reach, now),
  }));
  const nameOf = new Map(finder.neighbourhoods.map(({ id, name }) => [id, name]));
  const shown = rows.slice(0, mostOnAPage);
  const last = shown.at(-1);
  const next = new URLSearchParams(search);
  if (last !== undefined) next.set("after", writePlace(last));
  const within = finder.neighbourhoods.filter(({ id }) =>
    concernReaders.some((permission) => can(actor, permission, { neighbourhoodId: id })),
  );
  return privatePage({
    frame: staffFrameOf(visit),
    now,
    counts,
    groups: neighbourhoodGroups(within),
    chosen: {
      neighbourhood,
      state: state ?? "",
      category: category ?? "",
      source: source ?? "",
      late: late ?? "",
    },
    concerns: shown.map(({ neighbourhoodId, flags, raisedAt: _raisedAt, raisers: _raisers, ...concern }) => ({
      ...concern,
      neighbourhood: nameOf.get(neighbourhoodId) ?? "No longer there",
      found: foundInWords(flags),
    })),
    next: rows.length > mostOnAPage ? paths.staff.concerns(next.toString()) : null,
    canEnter: can(actor, "concern:write"),
  });
}

export default function Concerns() {
  const { frame, now, counts, groups, chosen, concerns, next, canEnter } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Concerns">
      {counts === null ? null : (
        <p>
          {counts.waiting === 1 ? "1 waits" : `${counts.waiting} wait`} for somebody to decide, {counts.late}{" "}
          of them late. Each is decided within two working days of when it came.
        </p>
      )}
      {canEnter ? (
        <p>
          <Link className="govuk-link" to={paths.staff.newConcern()}>
            Enter a concern for somebody
          </Link>
        </p>
      ) : null}
      <FilterForm groups={groups} chosen={chosen} />
      {concerns.length === 0 ? <p>Nothing is like that.</p> : <QueueTable concerns={concerns} now={now} />}
      <NextPage to={next} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
