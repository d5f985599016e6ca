import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor, requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { takeDownItem } from "#app/services/page-report/take-down-item.server.ts";
import { listDecidedReports, listWaitingReports, type ListedReport } from "#db/queries/page-report.ts";
import { ReportTable } from "./report-table.tsx";
import { TakeDownForm } from "./take-down-form.tsx";

const mostWaiting = 100;
const mostDecided = 30;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Reported pages", description: "Problems with public pages.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, ["page:take-down", "page:hear-appeal"]);
  const { actor, read } = visit;
  const scopes = [scopeOf(actor, "page:take-down"), scopeOf(actor, "page:hear-appeal")].filter(
    (scope) => scope !== null,
  );
  const { now, finder } = args.context;
  const [waiting, decided] = await read(
    async (tx) =>
      [
        await listWaitingReports(tx, scopes, mostWaiting),
        await listDecidedReports(tx, scopes, mostDecided),
      ] as const,
  );
  const byId = new Map(finder.neighbourhoods.map(({ id, name }) => [id, name]));
  const named = (reports: readonly ListedReport[]) =>
    reports.map(({ neighbourhoodId, decidedBy, ...report }) => ({
      ...report,
      neighbourhood: byId.get(neighbourhoodId) ?? "A former neighbourhood",
      // An appeal goes to somebody who did not decide before.
      isForMe:
        report.state === "appealed"
          ? decidedBy !== actor.accountId && can(actor, "page:hear-appeal", { neighbourhoodId })
          : can(actor, "page:take-down", { neighbourhoodId }),
    }));
  const shown = named(waiting);
  return privatePage({
    frame: staffFrameOf(visit),
    now,
    mine: shown.filter(({ isForMe }) => isForMe),
    others: shown.filter(({ isForMe }) => !isForMe),
    decided: named(decided),
    mayTakeDown: can(actor, "page:take-down"),
  });
}

const schema = z.object({
  reference: z.string({ error: "Enter the reference of what you take down" }),
  reason: z.string({ error: "Choose the reason" }),
});

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "page:take-down");
  const { db, now } = args.context;
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { reference: typed, reason } = form.value;
  const taken = await takeDownItem({ db, now }, actor, { typed, reason });
  return taken.ok
    ? redirect(paths.staff.pageReport(taken.report, "take-down"))
    : badForm(args.context, form.refuse(errorsByField(taken.errors)), {});
}

export default function PageReports() {
  const { frame, now, mine, others, decided, mayTakeDown } = useLoaderData<typeof loader>();
  const [, fields] = useForm<Record<"reference" | "reason", string>>({
    id: "take-down",
    lastResult: useActionData<typeof action>()?.reply,
  });
  return (
    <StaffPage
      frame={frame}
      title="Reported pages"
      errors={<ErrorSummary fields={[fields.reference, fields.reason]} />}
    >
      <h2 className="govuk-heading-m">Waiting for you</h2>
      {mine.length === 0 ? (
        <p>No report waits for you.</p>
      ) : (
        <ReportTable reports={mine} now={now} caption="Reports that wait for you, the most urgent first" />
      )}
      {others.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Waiting for somebody else</h2>
          <ReportTable reports={others} now={now} caption="Reports and appeals that wait for somebody else" />
        </>
      )}
      {mayTakeDown ? <TakeDownForm reference={fields.reference} reason={fields.reason} /> : null}
      {decided.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Decided</h2>
          <ReportTable reports={decided} now={null} caption="Reports that are decided, the latest first" />
        </>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
