import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { platform } from "#app/domain/actor.ts";
import { messageStatusWords } from "#app/domain/mail/mail.ts";
import { requireDemonstration } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { letterFor } from "#app/services/mail/letter-for.server.ts";
import { findMessage, type StoredMessage } from "#db/queries/mail.ts";
import { withActor } from "#db/with-actor.ts";
import { MessageBody } from "./message-body.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.subject ?? "An email of this demonstration",
    description: "An email that this demonstration would have sent.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireDemonstration({ context });
  const id = z.uuid().safeParse(params["id"]);
  if (!id.success) throw notFound();
  const message = await withActor(context.db, platform(context.requestId), (tx) => findMessage(tx, id.data));
  if (message === null) throw notFound();
  const { recipient, status, createdAt } = message;
  return privatePage({ recipient, status, createdAt, ...wordsOf(message, context) });
}

/** The words as they would arrive, their ending too. */
function wordsOf({ purpose, recipient, subject, body }: StoredMessage, { keys, publicUrl }: AppLoadContext) {
  const address = normaliseEmail(recipient ?? "");
  if (address === null || subject === null || body === null) return { subject, body };
  const unsubscribeUrl = (token: string) => `${publicUrl}${paths.unsubscribe(token)}`;
  const letter = letterFor({ keys, unsubscribeUrl }, { purpose, recipient: address, subject, body });
  return { subject: letter.subject, body: letter.text.trimEnd() };
}

export default function DemonstrationMessage() {
  const { subject, recipient, body, status, createdAt } = useLoaderData<typeof loader>();
  const title = subject ?? "No longer kept";
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.demo.mail(), words: "Emails of this demonstration" }]} here={title} />
      <h1 className="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { term: "To", value: <span className="sn-break">{recipient ?? "No longer kept"}</span> },
          { term: "Written", value: momentInWords(createdAt) },
          { term: "State", value: messageStatusWords[status] },
        ]}
      />
      {body === null ? <p>The words of this email are no longer kept.</p> : <MessageBody body={body} />}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
