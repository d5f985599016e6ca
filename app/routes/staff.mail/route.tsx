import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { can } from "#app/domain/actor.ts";
import { readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { dropMessage } from "#app/services/mail/drop-message.server.ts";
import { retryAllMessages } from "#app/services/mail/retry-all-messages.server.ts";
import { retryMessage } from "#app/services/mail/retry-message.server.ts";
import { countMessages, listDeadMessages } from "#db/queries/mail.ts";
import { DeadMessages } from "./dead-messages.tsx";
import { doneOf, doneWords, type Done } from "./done.ts";
import { OutboxState } from "./outbox-state.tsx";

const mostShown = 100;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Emails",
    description: "Emails on their way, and those that could not be sent.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, read } = await requireActor(args, "mail:read");
  const [counts, dead] = await read(
    async (tx) => [await countMessages(tx), await listDeadMessages(tx, mostShown)] as const,
  );
  const done = doneOf(new URL(args.request.url).searchParams.get("done"));
  return privatePage({ counts, dead, done, mayRetry: can(actor, "mail:retry") });
}

const act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("retry"), id: z.uuid() }),
  z.object({ intent: z.literal("drop"), id: z.uuid() }),
  z.object({ intent: z.literal("retry-all") }),
]);

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "mail:retry");
  const { db, now } = args.context;
  const form = await readForm(args.request, act);
  if (!form.ok) throw notFound();
  const wanted = form.value;
  const goBack = (done: Done) => redirect(`${paths.staff.mail()}?done=${done}`);
  switch (wanted.intent) {
    case "retry":
      return goBack((await retryMessage({ db, now }, actor, wanted.id)) ? "retried" : "gone");
    case "drop":
      return goBack((await dropMessage({ db, now }, actor, wanted.id)) ? "dropped" : "gone");
    case "retry-all":
      return goBack((await retryAllMessages({ db, now }, actor)) > 0 ? "all-retried" : "gone");
  }
}

export default function StaffMail() {
  const { counts, dead, done, mayRetry } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      {done === null ? null : (
        <div role="status">
          <InsetText>{doneWords[done]}</InsetText>
        </div>
      )}
      <h1 className="govuk-heading-xl">Emails</h1>
      <DeadMessages
        messages={dead}
        count={counts.find(({ status }) => status === "dead")?.count ?? 0}
        mayRetry={mayRetry}
      />
      <OutboxState counts={counts} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
