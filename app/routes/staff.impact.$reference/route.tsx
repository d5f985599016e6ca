import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { backToImpacts, ImpactPage } from "#app/components/impact/impact-page.tsx";
import { ReviewTag } from "#app/components/impact/review-tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { tensionGradeWords } from "#app/domain/impact/impact.ts";
import { reviewStandingOf } from "#app/domain/impact/review.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readImpact } from "#app/services/impact/read-impact.server.ts";
import { actSchema, doneWords, replyTo } from "./acts.ts";
import { Actions } from "./actions.tsx";
import { CloseForm } from "./close-form.tsx";
import { Consultations } from "./consultations.tsx";
import { doAct } from "./do-act.server.ts";
import { ReviewForm } from "./review-form.tsx";
import { Reviews } from "./reviews.tsx";
import { Said } from "./said.tsx";
import { Ways } from "./ways.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Community impact assessment",
    description: "How something is felt in a community, and what is done about it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "impact:read");
  const found = await readImpact(args.context, visit.actor, args.params["reference"] ?? "", "impact");
  if (found === null) throw notFound();
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: staffFrameOf(visit), ...found, done, now: args.context.now });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "impact:write");
  // What is not there to be read takes no form either.
  const { data: page } = await loader(args);
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { reference } = page.assessment;
  const change = await doAct(args.context, actor, reference, form.value);
  if (change === null) throw forbidden();
  return change.ok
    ? redirect(paths.tasking.impact(reference, form.value.intent))
    : refusedForm(args.context, form, change.errors);
}

export default function Impact() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { frame, assessment, places, priority, meeting, openedBy, done, now, mayWrite, advisers } = page;
  const { reference, version, tension, reviewDueAt } = assessment;
  return (
    <ImpactPage
      frame={frame}
      title={`Community impact assessment ${reference}`}
      back={backToImpacts}
      errors={<FormErrors messages={refused?.messages} />}
    >
      <DoneMessage words={done} />
      <p id={wholeFormId} tabIndex={-1}>
        Tension: {tensionGradeWords[tension].toLowerCase()}. {reviewDueAt === null ? null : "Review: "}
        <ReviewTag dueAt={reviewDueAt} now={now} />
      </p>
      {mayWrite ? <Ways reference={reference} /> : null}
      <Said
        assessment={assessment}
        places={places}
        priority={priority}
        meeting={meeting}
        openedBy={openedBy}
      />
      <Reviews reviews={page.reviews} />
      {mayWrite ? (
        <ReviewForm
          reference={reference}
          version={version}
          isDue={reviewStandingOf(reviewDueAt, now) !== "in-time"}
          reply={replyTo(refused, "review")}
        />
      ) : null}
      <Consultations
        reference={reference}
        consultations={page.consultations}
        advisers={advisers}
        mayWrite={mayWrite}
        refused={refused}
      />
      <Actions
        reference={reference}
        actions={page.actions}
        mayWrite={mayWrite}
        refused={refused}
        today={londonDay(now)}
      />
      {mayWrite ? (
        <CloseForm reference={reference} version={version} reply={replyTo(refused, "close")} />
      ) : null}
    </ImpactPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
