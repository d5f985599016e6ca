import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { platform } from "#app/domain/actor.ts";
import { messageStatusWords } from "#app/domain/mail/mail.ts";
import { requireDemonstration } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listMessages } from "#db/queries/mail.ts";
import { withActor } from "#db/with-actor.ts";

const mostMessages = 100;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Emails of this demonstration",
    description: "What would have been sent. Nothing leaves a demonstration.",
    path: paths.demo.mail(),
  });

export const headers = pageHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  requireDemonstration({ context });
  // Everybody in it is fictional, and whoever tries it has to read the codes.
  const messages = await withActor(context.db, platform(context.requestId), (tx) =>
    listMessages(tx, mostMessages),
  );
  return privatePage({ messages });
}

export default function DemonstrationMail() {
  const { messages } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Emails of this demonstration</h1>
      <p>Nothing leaves a demonstration. What would have been sent can be read here, the latest first.</p>
      {messages.length === 0 ? (
        <p>There are no emails yet. Sign in as a resident to be sent a code.</p>
      ) : null}
      <ul className="sn-mail">
        {messages.map(({ id, subject, recipient, status, createdAt }) => (
          <li key={id} className="sn-mail__message">
            <Link className="govuk-link sn-mail__subject" to={paths.demo.message(id)}>
              {subject ?? "No longer kept"}
            </Link>
            <span className="sn-quiet sn-small sn-break">
              {recipient === null ? "" : `To ${recipient}. `}
              {momentInWords(createdAt)}. {messageStatusWords[status]}.
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
