import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { followedKinds, followingPaces } from "#app/domain/following/following.ts";
import { readForm } from "#app/forms.server.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changePace } from "#app/services/following/change-pace.server.ts";
import { unfollow } from "#app/services/following/unfollow.server.ts";
import { listFollowings } from "#db/queries/following.ts";
import { FollowedItem } from "./followed-item.tsx";
import { readFollowing } from "./read-following.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "What you follow", description: "What you hear of, and how often.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireSignedIn(args);
  const found = await read((tx) => listFollowings(tx, signedIn.accountId));
  return privatePage({ followed: found.map((row) => readFollowing(row, args.context.finder)) });
}

const what = { kind: z.enum(followedKinds), subject: z.uuid() };
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("stop"), ...what }),
  z.object({ intent: z.enum(followingPaces), ...what }),
]);

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const form = await readForm(args.request, schema);
  if (!form.ok) throw notFound();
  const { intent, kind, subject: subjectId } = form.value;
  if (intent === "stop") await unfollow(args.context, actor, { kind, subjectId });
  else await changePace(args.context, actor, { kind, subjectId, pace: intent });
  return redirect(paths.account.following());
}

export default function Following() {
  const { followed } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.account.home(), words: "Your account" }]} here="What you follow" />
      <h1 className="govuk-heading-xl">What you follow</h1>
      {followed.length === 0 ? (
        <p>
          You follow nothing yet. The page of a neighbourhood, a concern or a priority has a button for it.
        </p>
      ) : (
        <ul className="sn-own-list">
          {followed.map((item) => (
            <FollowedItem key={`${item.kind} ${item.subjectId}`} item={item} />
          ))}
        </ul>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
