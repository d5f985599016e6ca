import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can, isSeparate } from "#app/domain/actor.ts";
import { isTakeDownReason } from "#app/domain/page-report/reasons.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findPageReport } from "#db/queries/page-report.ts";
import { findPublicItem } from "#db/queries/public-item.ts";
import { act } from "./act.server.ts";
import { actSchema, doneOf, doneWords, replyFor } from "./acts.ts";
import { AppealForms } from "./appeal-forms.tsx";
import { DecideForms } from "./decide-forms.tsx";
import { ReportFacts } from "./report-facts.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Reported page", description: "A problem with a public page.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, ["page:take-down", "page:hear-appeal"]);
  const { actor, read } = visit;
  const found = await read(async (tx) => {
    const report = await findPageReport(tx, args.params["reference"] ?? "");
    return report && { report, item: await findPublicItem(tx, report.kind, { id: report.subjectId }) };
  });
  const where = { neighbourhoodId: found?.report.neighbourhoodId ?? null };
  const mayDecide = can(actor, "page:take-down", where);
  const mayHear = can(actor, "page:hear-appeal", where);
  if (found === null || !(mayDecide || mayHear)) throw notFound();
  const { report, item } = found;
  const { reference, state, reasonCode, kind, problem, words, path, reportedAt, dueAt } = report;
  const isSomebodyElse = isSeparate(actor, [report.decidedBy, report.reportedBy]);
  return privatePage({
    frame: staffFrameOf(visit),
    report: { reference, state, reasonCode, kind, problem, words, path, reportedAt, dueAt },
    now: args.context.now,
    title: item?.title ?? "",
    isTakenDown: item?.takenDownAt != null,
    isReporterKnown: report.reportedBy !== null,
    isDecidedTakeDown: reasonCode !== null && isTakeDownReason(reasonCode),
    may: {
      decide: mayDecide && state === "received",
      appeal: mayDecide && (state === "taken-down" || state === "kept"),
      hear: mayHear && state === "appealed" && isSomebodyElse,
      waitForOthers: state === "appealed" && !(mayHear && isSomebodyElse),
    },
    done: doneOf(new URL(args.request.url).searchParams.get("done")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, ["page:take-down", "page:hear-appeal"]);
  // What is not there to be read takes no form either.
  await loader(args);
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const change = await act(args.context, actor, reference, form.value);
  return change.ok
    ? redirect(paths.staff.pageReport(reference, form.value.intent))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PageReport() {
  const page = useLoaderData<typeof loader>();
  const { frame, report, may, done, isDecidedTakeDown } = page;
  const reply = useActionData<typeof action>()?.reply;
  return (
    <StaffPage
      frame={frame}
      title={`Reported page ${report.reference}`}
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <DoneMessage words={done && doneWords[done]} />
      <ReportFacts {...page} />
      {may.decide ? (
        <DecideForms
          reference={report.reference}
          takeDownReply={replyFor(reply, "take-down")}
          keepReply={replyFor(reply, "keep")}
        />
      ) : null}
      {may.waitForOthers ? (
        <p>Somebody else decides the appeal: a commander, or a moderator who did not decide before.</p>
      ) : null}
      <AppealForms
        reference={report.reference}
        mayAppeal={may.appeal}
        mayHear={may.hear}
        isDecidedTakeDown={isDecidedTakeDown}
        reply={replyFor(reply, "change")}
      />
      <p>
        <Link className="govuk-link" to={paths.staff.pageReports()}>
          Back to reported pages
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
