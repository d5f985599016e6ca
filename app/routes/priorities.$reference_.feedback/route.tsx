import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerSchema } from "#app/components/feedback/answer-schema.ts";
import { FeedbackQuestion } from "#app/components/feedback/feedback-question.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readAskedOf } from "#app/services/feedback/read-asked.server.ts";
import { replyToFeedback } from "#app/services/feedback/reply-to-feedback.server.ts";
import { follow } from "#app/services/following/follow.server.ts";

const schema = answerSchema.extend({ isToBeTold: z.literal("yes").optional() });

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Has it got better? ${args.data.asked.title}` : "Has it got better?",
    description: "Say whether a priority of your neighbourhood is solved.",
    path: args.data ? paths.tellWhetherSolved(args.data.asked.reference) : null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { actor } = await context.who();
  const asked = await readAskedOf(context, actor, params["reference"] ?? "");
  if (asked === null) throw notFound();
  if (asked.isTakenDown) throw takenDown();
  const search = new URL(request.url).searchParams;
  return privatePage({
    asked,
    isDone: search.get("done") === "answered",
    isChanging: search.has("change"),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const reference = params["reference"] ?? "";
  const { actor } = await context.who();
  if ((await readAskedOf(context, actor, reference)) === null) throw notFound();
  if (actor.accountId === null) return redirect(paths.signIn(paths.tellWhetherSolved(reference)));
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { answer, told, words, isToBeTold } = form.value;
  const change = await replyToFeedback(context, actor, { reference, answer, told, words: words ?? null });
  if (!change.ok) return refusedForm(context, form, change.errors);
  // Whoever follows more than one may is not told, and their answer counts all the same.
  if (isToBeTold === "yes") await follow(context, actor, { kind: "priority", reference, pace: "each" });
  return redirect(paths.tellWhetherSolved(reference, "answered"));
}

export default function TellWhetherSolved() {
  const { asked, isDone, isChanging } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = paths.tellWhetherSolved(asked.reference);
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <FeedbackQuestion
        asked={asked}
        action={here}
        isDone={isDone}
        isChanging={isChanging}
        refused={refused}
        offersToTell={asked.own === null}
        otherwise={
          asked.isResident ? null : asked.isSignedIn ? (
            <InsetText>
              Thank you for your work on this. Only residents say whether it is solved: police and partners
              take no part, in any role.
            </InsetText>
          ) : (
            <>
              <p>
                If you live, work, study or run a business there, say what you think. We send a code to your
                email address first, so that everybody answers once. It takes two minutes.
              </p>
              <Link className="govuk-button" role="button" draggable={false} to={paths.signIn(here)}>
                Continue
              </Link>
            </>
          )
        }
      />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
