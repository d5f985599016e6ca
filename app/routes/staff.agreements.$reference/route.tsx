import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { missingSignatures } from "#app/domain/agreement/signature.ts";
import { beginsAfter, isInForceOn, standingOf } from "#app/domain/agreement/standing.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { viewAgreement } from "#app/services/agreement/view-agreement.server.ts";
import { actSchema, doneWords, replyFor } from "./acts.ts";
import { AgreementBody } from "./agreement-body.tsx";
import { doAct } from "./do-act.server.ts";
import { History } from "./history.tsx";
import { Opens } from "./opens.tsx";
import { Parties } from "./parties.tsx";
import { SignForm } from "./sign-form.tsx";
import { SignPartyForm } from "./sign-party-form.tsx";
import { TerminateForm } from "./terminate-form.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.agreement.title ?? "Agreement",
    description: "An information-sharing agreement.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "agreement:keep");
  const { context, params, request } = args;
  const viewed = await viewAgreement(context, visit.actor, params["reference"] ?? "");
  if (viewed === null) throw notFound();
  const today = londonDay(context.now);
  return privatePage({
    frame: staffFrameOf(visit),
    ...viewed,
    today,
    standing: standingOf(viewed.agreement, today),
    begins: beginsAfter(viewed.agreement, today),
    isInForce: isInForceOn(viewed.agreement, today),
    missing: missingSignatures(viewed.parties),
    done: doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "agreement:keep");
  const { context, request, params } = args;
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const reference = params["reference"] ?? "";
  const change = await doAct(context, actor, reference, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.agreement(reference, form.value.intent))
    : refusedForm(context, form, change.errors);
}

export default function AgreementPage() {
  const { frame, agreement, parties, groups, acts, today, standing, begins, isInForce, missing, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reference, state } = agreement;
  const waiting = parties.filter(({ signedOn, leftAt }) => signedOn === null && leftAt === null);
  return (
    <StaffPage
      frame={frame}
      title={agreement.title}
      errors={
        <>
          <Breadcrumbs items={[{ to: paths.tasking.agreements(), words: "Agreements" }]} here={reference} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <MarkingLine marking="official" />
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        {state === "terminated" ? null : (
          <p className="sn-no-print">
            <Link className="govuk-link" to={paths.tasking.changeAgreement(reference)}>
              {state === "draft" ? "Change the draft" : "Review the agreement"}
            </Link>
          </p>
        )}
        <AgreementBody agreement={agreement} standing={standing} begins={begins} />
        <Parties agreement={agreement} parties={parties} mayLeave={state === "signed"} />
        {state === "terminated" ? null : (
          <SignPartyForm
            agreement={agreement}
            waiting={waiting}
            reply={replyFor(refused?.reply, "sign-party")}
          />
        )}
        {state === "draft" ? (
          <SignForm
            agreement={agreement}
            missing={missing}
            today={today}
            reply={replyFor(refused?.reply, "sign")}
          />
        ) : null}
        <Opens groups={groups} isInForce={isInForce} />
        <History acts={acts} parties={parties} />
        {state === "signed" ? (
          <TerminateForm agreement={agreement} reply={replyFor(refused?.reply, "terminate")} />
        ) : null}
      </div>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
