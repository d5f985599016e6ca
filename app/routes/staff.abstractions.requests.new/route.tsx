import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { postInWords, postWithoutName } from "#app/components/abstraction/post-words.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { readTypedTimes } from "#app/domain/abstraction/typed-times.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { askForOfficer } from "#app/services/abstraction/ask-for-officer.server.ts";
import { reachesPost } from "#app/services/abstraction/entry-rights.server.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { listResponseTeams } from "#db/queries/abstraction-request.ts";
import { listPosts } from "#db/queries/post.ts";
import { teamNames } from "#db/queries/structure.ts";
import { RequestForm, useRequestForm } from "./request-form.tsx";
import { requestSchema } from "./request-schema.ts";

const title = "Ask for an officer";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "Who is needed, when and why.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:request");
  const scope = scopeOf(visit.actor, "abstraction:request");
  if (scope === null) throw notFound();
  const today = londonDay(args.context.now);
  return privatePage(
    await visit.read(async (tx) => {
      const names = await teamNames(tx);
      const posts = (await listPosts(tx, scope, today)).filter(({ holder }) => holder !== null);
      const { codes } = await definitionAt(tx, today);
      return {
        frame: abstractionFrameOf(visit),
        today,
        teams: [...new Set(posts.map(({ teamId }) => teamId))].map((teamId) => ({
          label: names.get(teamId) ?? "Team",
          items: posts
            .filter((post) => post.teamId === teamId)
            .map((post) => ({
              value: post.id,
              words: reachesPost(visit.actor, "abstraction:read-officers", post)
                ? postInWords(post)
                : postWithoutName(post),
            })),
        })),
        codes: codes
          .filter(({ kind, countsA }) => kind === "abstraction" && countsA)
          .map(({ code, words }) => ({ value: code, words: `${code} ${words}` })),
        responseTeams: (await listResponseTeams(tx))
          .filter(({ isClosed }) => !isClosed)
          .map(({ id, name, minimum }) => ({ value: id, words: `${name} (minimum ${minimum})` })),
      };
    }),
  );
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "abstraction:request");
  const { request, context } = args;
  const form = await readForm(request, requestSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { post, code, unit, reason, team, minimum, actual, gone, day, ...typed } = form.value;
  const read = readTypedTimes(
    {
      ...{ startsAt: typed.startsAt, endsAt: typed.endsAt, otherDay: day, endDay: null, at: null },
      ...{ startSide: typed.startSide ?? null, endSide: typed.endSide ?? null },
      ...{ when: "shift", day: "other" },
    },
    context.now,
  );
  if (!read.ok) return refusedForm(context, form, read.errors);
  if (read.times.kind !== "span") throw notFound();
  const asked = await askForOfficer(context, actor, {
    postId: post,
    code,
    startsAt: read.times.from,
    endsAt: read.times.to,
    reason,
    requesterUnit: unit,
    isEmergency: gone === "yes",
    responseTeamId: team ?? null,
    minimum: minimum ?? null,
    actual: actual ?? null,
  });
  if (asked === null) throw notFound();
  if (!asked.ok) return refusedForm(context, form, asked.errors);
  return redirect(paths.abstractions.request(asked.id, "asked"));
}

export default function NewRequest() {
  const { frame, today, ...offered } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = useRequestForm(today, refused?.reply);
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
      <RequestForm fields={fields} {...offered} />
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
