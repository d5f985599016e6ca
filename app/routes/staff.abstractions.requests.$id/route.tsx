import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { postInWords, postWithoutName } from "#app/components/abstraction/post-words.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { authoriseBy, isAuthorisedInTime } from "#app/domain/abstraction/authority.ts";
import { requestReaders } from "#app/domain/abstraction/request-readers.ts";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { paths } from "#app/paths.ts";
import {
  decideRequest,
  deciderOf,
  withdrawRequest,
} from "#app/services/abstraction/decide-request.server.ts";
import { reachesPost } from "#app/services/abstraction/entry-rights.server.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { findRequest, findResponseTeam } from "#db/queries/abstraction-request.ts";
import { findPost } from "#db/queries/post.ts";
import { withActor } from "#db/with-actor.ts";
import { DecideForm, useDecideForm } from "./decide-form.tsx";
import { RequestFacts } from "./request-facts.tsx";

const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("decide"),
    decision: z.enum(["authorise", "refuse"], { error: "Select whether you authorise it" }),
    answer: z.string().trim().default(""),
  }),
  z.object({ intent: z.literal("withdraw") }),
]);

const title = "Request for an officer";
const doneWords = new Map([
  ["asked", "Asked for. Whoever must authorise it is told."],
  ["decided", "Your decision is kept, and who asked is told."],
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "Who, when, what for, and what was decided.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, requestReaders);
  const { actor } = visit;
  const { now } = args.context;
  const id = idParam(args.params["id"]);
  const shown = await withActor(args.context.db, actor, async (tx) => {
    const request = await findRequest(tx, id);
    const post = request === null ? null : await findPost(tx, request.postId, londonDay(now));
    if (request === null || post === null) return null;
    const isOwn = request.askedBy !== null && request.askedBy === actor.accountId;
    const mayDecide = deciderOf(actor, request, post.neighbourhoodIds) !== null;
    const isInReach = post.neighbourhoodIds.some((neighbourhoodId) =>
      requestReaders.some((permission) => can(actor, permission, { neighbourhoodId })),
    );
    if (!isOwn && !isInReach) return null;
    const isNamed =
      isOwn ||
      (mayDecide && request.state === "asked") ||
      reachesPost(actor, "abstraction:read-officers", post);
    const { codes } = await definitionAt(tx, londonDay(request.startsAt));
    const team = request.responseTeamId === null ? null : await findResponseTeam(tx, request.responseTeamId);
    const { decidedAt } = request;
    await recordOfficersRead(
      tx,
      { actor, now },
      {
        page: "request",
        subjectKind: "post",
        subjectId: post.id,
        neighbourhoodId: post.neighbourhoodIds[0] ?? null,
      },
    );
    const { startsAt, endsAt, code, state, authority, isEmergency, requesterUnit, requesterRole } = request;
    return {
      request: {
        ...{ startsAt, endsAt, code, state, authority, isEmergency, requesterUnit, requesterRole },
        ...{ reason: request.reason, answer: request.answer, askedAt: request.askedAt },
        ...{ decidedRole: request.decidedRole, decidedAt },
        ...{ minimum: request.minimum, actual: request.actual },
        today: londonDay(now),
        post: isNamed ? postInWords(post) : postWithoutName(post),
        codeWords: codes.find((rule) => rule.code === code)?.words ?? "",
        team: team?.name ?? null,
        authoriseBy: isEmergency && state === "asked" ? authoriseBy(startsAt) : null,
        decidedTooLate: isEmergency && decidedAt !== null && !isAuthorisedInTime(startsAt, decidedAt),
      },
      mayDecide: mayDecide && state === "asked",
      mayWithdraw: isOwn && state === "asked",
    };
  });
  if (shown === null) throw notFound();
  return privatePage({
    frame: abstractionFrameOf(visit),
    done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
    ...shown,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, requestReaders);
  await loader(args);
  const { request, context } = args;
  const id = idParam(args.params["id"]);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const wanted = form.value;
  const change =
    wanted.intent === "withdraw"
      ? await withdrawRequest(context, actor, id)
      : await decideRequest(context, actor, {
          id,
          answer: wanted.answer,
          isAuthorised: wanted.decision === "authorise",
        });
  if (change === null) throw notFound();
  if (!change.ok) return refusedForm(context, form, change.errors);
  return redirect(
    wanted.intent === "withdraw"
      ? paths.abstractions.requests("withdrawn")
      : paths.abstractions.request(id, "decided"),
  );
}

export default function Request() {
  const { frame, done, request, mayDecide, mayWithdraw } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = useDecideForm(refused?.reply);
  return (
    <AbstractionPage
      frame={frame}
      title={title}
      errors={
        <>
          <Breadcrumbs items={[{ to: paths.abstractions.requests(), words: "Requests" }]} here={title} />
          {errors}
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <RequestFacts {...request} />
      {mayDecide ? <DecideForm fields={fields} isEmergency={request.isEmergency} /> : null}
      {mayWithdraw ? (
        <form method="post" noValidate>
          <Button look="secondary" name="intent" value="withdraw">
            Withdraw this request
          </Button>
        </form>
      ) : null}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
