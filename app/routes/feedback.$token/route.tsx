import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerSchema } from "#app/components/feedback/answer-schema.ts";
import { FeedbackQuestion } from "#app/components/feedback/feedback-question.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readAskedByLink } from "#app/services/feedback/read-asked.server.ts";
import { replyByLink } from "#app/services/feedback/reply-by-link.server.ts";
import { BadLink } from "./bad-link.tsx";

export const meta: MetaFunction = (args) => [
  ...pageMeta(args, {
    title: "Has it got better?",
    description: "Say whether a priority of your neighbourhood is solved.",
    path: null,
  }),
  { name: "robots", content: "noindex" },
];

export const headers = pageHeaders;

/** Shows the question and records nothing: programs open links too. The link is the proof, whoever is signed in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const token = params["token"] ?? "";
  const asked = await readAskedByLink(context, token);
  if (asked === null)
    return data({ page: null }, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  if (asked.isTakenDown) throw takenDown();
  const search = new URL(request.url).searchParams;
  return privatePage({
    page: {
      asked,
      action: paths.feedback(token),
      isDone: search.get("done") === "answered",
      isChanging: search.has("change"),
    },
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const token = params["token"] ?? "";
  if ((await readAskedByLink(context, token)) === null) throw notFound();
  const form = await readForm(request, answerSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { answer, told, words } = form.value;
  const change = await replyByLink(context, token, { answer, told, words: words ?? null });
  if (change === null) throw notFound();
  if (change.ok) return redirect(paths.feedback(token, "answered"));
  return refusedForm(context, form, change.errors);
}

export default function FeedbackByLink() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      {page === null ? (
        <BadLink />
      ) : (
        <FeedbackQuestion
          {...page}
          refused={refused}
          otherwise={
            page.asked.isResident ? null : (
              <p>This link was for a resident. Police and partners take no part in this question.</p>
            )
          }
        />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
