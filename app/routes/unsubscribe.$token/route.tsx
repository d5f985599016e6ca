import {
  data,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { everyStoppable, mailPurposes } from "#app/domain/mail/mail.ts";
import { readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders } from "#app/page.server.ts";
import { stopMail } from "#app/services/mail/stop-mail.server.ts";
import { readUnsubscribeToken } from "#app/services/mail/unsubscribe-token.server.ts";
import { BadLink } from "./bad-link.tsx";
import { StopEmails } from "./stop-emails.tsx";
import { Stopped } from "./stopped.tsx";

export const meta: MetaFunction = (args) => [
  ...pageMeta(args, {
    title: "Stop emails",
    description: "Stop the emails that this service sends you.",
    path: null,
  }),
  { name: "robots", content: "noindex" },
];

export const headers = pageHeaders;

const withStatus = <Value,>(value: Value, status: number) =>
  data(value, { status, headers: { "Cache-Control": "private, no-store" } });

const stopOf = (context: AppLoadContext, token: string | undefined) =>
  readUnsubscribeToken(context.keys, token ?? "");

/** What the link stops: a kind of email, or null for all that can be stopped. */
const aboutOf = (purpose: keyof typeof mailPurposes | typeof everyStoppable) =>
  purpose === everyStoppable ? null : mailPurposes[purpose].about;

export function loader({ params, context }: LoaderFunctionArgs) {
  allowPublic();
  const stop = stopOf(context, params["token"]);
  return stop === null
    ? withStatus({ isGood: false, about: null }, 404)
    : withStatus({ isGood: true, about: aboutOf(stop.purpose) }, 200);
}

// A mail program's one click (RFC 8058) sends a field of its own; whatever is not "all" stops what the link is for.
const choice = z.object({ what: z.literal(everyStoppable).optional().catch(undefined) });

/** Answers with the page itself and no redirect, which mail programs do not follow. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const stop = stopOf(context, params["token"]);
  if (stop === null) return withStatus({ stopped: null }, 404);
  const form = await readForm(request, choice);
  const purpose = form.ok && form.value.what === everyStoppable ? everyStoppable : stop.purpose;
  const { actor } = await context.who();
  await stopMail({ db: context.db, now: context.now }, actor, { ...stop, purpose });
  return withStatus({ stopped: { about: aboutOf(purpose) } }, 200);
}

export default function Unsubscribe() {
  const { isGood, about } = useLoaderData<typeof loader>();
  const stopped = useActionData<typeof action>()?.stopped ?? null;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      {isGood ? (
        stopped === null ? (
          <StopEmails about={about} />
        ) : (
          <Stopped about={stopped.about} />
        )
      ) : (
        <BadLink />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
