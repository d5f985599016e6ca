import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import {
  followedKinds,
  followedWords,
  followingPaces,
  followingPaceWords,
  type FollowedKind,
} from "#app/domain/following/following.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { leadsOnTo } from "#app/moved-on.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { follow } from "#app/services/following/follow.server.ts";
import { findFollowable } from "#db/queries/following.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Follow this", description: "Be told by email what comes of it.", path: null });

export const headers = pageHeaders;

// A title and a number at most.
const longestReference = 100;
const what = {
  kind: z.enum(followedKinds),
  reference: z.string().max(longestReference),
};
const asked = z.object(what);
const schema = z.object({
  ...what,
  pace: z.enum(followingPaces, { error: "Choose how often you want to hear" }),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const wanted = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wanted.success) throw notFound();
  const { kind, reference } = wanted.data;
  const followsOn = await leadsOn(context, kind, reference);
  if (followsOn !== null) return redirect(followsOn);
  const found = await context.read((tx) => findFollowable(tx, kind, reference));
  if (found === null) throw notFound();
  const { signedIn } = await context.who();
  const name = found.title ?? found.neighbourhood;
  return privatePage({ kind, reference, name, isSignedIn: signedIn !== null });
}

/** Where somebody follows on who meant a neighbourhood that boundaries no longer have. */
const leadsOn = async (context: AppLoadContext, kind: FollowedKind, reference: string) =>
  kind === "neighbourhood" && context.finder.bySlug(reference) === null
    ? leadsOnTo(context, reference, (slug) => paths.followThis(kind, slug))
    : null;

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { actor, signedIn } = await context.who();
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { kind, reference } = form.value;
  if (signedIn === null) return redirect(paths.signIn(paths.followThis(kind, reference)));
  const followsOn = await leadsOn(context, kind, reference);
  if (followsOn !== null) return redirect(followsOn);
  const change = await follow(context, actor, form.value);
  if (change.ok) return redirect(paths.account.following());
  const errors = errorsByField(change.errors);
  return badForm(context, form.refuse(errors), { messages: errors["form"] ?? [] });
}

export default function Follow() {
  const { kind, reference, name, isSignedIn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ pace: string }>({
    id: "follow",
    lastResult: refused?.reply,
    defaultValue: { pace: "each" },
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.pace]} />
      <FormErrors messages={refused?.messages} />
      <h1 className="govuk-heading-xl">
        Follow the {followedWords[kind]} {name}
      </h1>
      <p>We tell you by email when something happens. You can stop at any time.</p>
      {/* Back to this very address, so that a mistake is shown on it. */}
      <form method="post" action={paths.followThis(kind, reference)} id={wholeFormId} noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="reference" value={reference} />
        <Radios
          field={fields.pace}
          legend="How often do you want to hear?"
          items={followingPaces.map((value) => ({ value, label: followingPaceWords[value] }))}
        />
        {isSignedIn ? null : <p>Next we send a code to your email address.</p>}
        <Button>{isSignedIn ? "Follow" : "Continue"}</Button>
      </form>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
