import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { readAuditQuestion } from "#app/components/staff/audit-filter-schema.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { can, scopeOf } from "#app/domain/actor.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { mostExportedRows } from "#app/services/account/export-audit.server.ts";
import { readAudit } from "#app/services/account/read-audit.server.ts";
import { findPerson } from "#db/queries/person.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import { AuditTable } from "./audit-table.tsx";
import { auditField, SearchFields } from "./search-fields.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Audit record", description: "Who did what, and when.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "audit:read");
  const { actor, read } = visit;
  const search = new URL(request.url).searchParams;
  const { filter, belowNumber, errors } = readAuditQuestion(search);
  const isWrong = Object.keys(errors).length > 0;
  const page = isWrong ? null : await readAudit(context, actor, filter, belowNumber);
  const scope = scopeOf(actor, "audit:read");
  const isTheirs = (id: string) => scope?.isForce === true || scope?.neighbourhoodIds.includes(id) === true;
  const canOpenPeople = can(actor, "person:read");
  const { neighbourhoods, name } = await read(async (tx) => ({
    neighbourhoods: (await placementsInForce(tx))
      .filter(({ neighbourhoodId }) => isTheirs(neighbourhoodId))
      .map((one) => ({ value: one.neighbourhoodId, words: one.name })),
    name:
      filter.actorId === null || !canOpenPeople
        ? null
        : ((await findPerson(tx, filter.actorId))?.name ?? null),
  }));
  const query = new URLSearchParams(search);
  query.delete("below");
  const next = new URLSearchParams(query);
  next.set("below", String(page?.nextBelow ?? ""));
  return privatePage({
    frame: staffFrameOf(visit),
    typed: Object.fromEntries(search),
    errors,
    actor: filter.actorId === null ? null : { id: filter.actorId, name },
    neighbourhoods,
    canOpenPeople,
    lines: page?.lines ?? null,
    next: page?.nextBelow == null ? null : paths.staff.auditPage(next.toString()),
    download: paths.staff.auditDownload(query.toString()),
    mostExportedRows,
  });
}

export default function AuditRecord() {
  const {
    frame,
    typed,
    errors,
    actor,
    neighbourhoods,
    canOpenPeople,
    lines,
    next,
    download,
    mostExportedRows,
  } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      frame={frame}
      title="Audit record"
      errors={
        <ErrorSummary fields={["from", "to", "subject"].map((name) => auditField(name, { typed, errors }))} />
      }
    >
      <p>What was done, by whom and when. To read it is recorded too.</p>
      <SearchFields typed={typed} errors={errors} actor={actor} neighbourhoods={neighbourhoods} />
      {lines === null ? null : lines.length === 0 ? (
        <p>Nothing in the record is like that.</p>
      ) : (
        <>
          <p>
            <a className="govuk-link" href={download}>
              Download these rows as a spreadsheet
            </a>{" "}
            (CSV, at most {mostExportedRows.toLocaleString("en-GB")} rows, the newest). You are asked to prove
            who you are again.
          </p>
          <AuditTable lines={lines} canOpenPeople={canOpenPeople} />
        </>
      )}
      <NextPage to={next} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
