import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { NotThePlace } from "#app/components/not-the-place.tsx";
import { Advice } from "#app/components/thread/advice.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { detect } from "#app/domain/concern/detection/detect.ts";
import { suggestedRoute } from "#app/domain/concern/diversion.ts";
import { longestMessage } from "#app/domain/thread/stored-thread.ts";
import { draftOf, forgetDraft, keepDraft } from "#app/draft-cookie.server.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { sendMessage } from "#app/services/thread/send-message.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Write to the team of ${args.data.name}` : "Page not found",
    description: "Ask or tell your neighbourhood team something, and get an answer within three days.",
    path: args.data ? paths.messageTeam(args.data.slug) : null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const { slug, name } = await placeOfPage(context, args, paths.messageTeam);
  const { signedIn, actor } = await context.who();
  const draft = signedIn === null ? null : await draftOf(request, context, slug);
  return privatePage({
    slug,
    name,
    isSignedIn: signedIn !== null,
    isStaff: actor.kind === "staff",
    draft,
    adviceRoute: draft === null ? null : suggestedRoute(detect(draft)),
  });
}

const schema = z.object({
  words: z
    .string({ error: "Enter your message" })
    .trim()
    .max(
      longestMessage,
      `Your message must be ${longestMessage.toLocaleString("en-GB")} characters or fewer`,
    ),
});

export async function action(args: ActionFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const { slug, id: neighbourhoodId } = await placeOfPage(context, args, paths.messageTeam);
  const { signedIn, actor } = await context.who();
  if (actor.kind === "staff") return redirect(paths.staff.newThread());
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { words } = form.value;
  if (signedIn === null) {
    const kept = await keepDraft({ slug, words }, context);
    const tooLong =
      "Copy your message, then sign in and paste it: it is too long for us to keep while you do";
    return kept === null
      ? badForm(context, form.refuse({ words: [tooLong] }), {})
      : redirect(paths.signIn(paths.messageTeam(slug)), { headers: { "Set-Cookie": kept } });
  }
  const sent = await sendMessage(context, actor, { neighbourhoodId, words });
  if (!sent.ok) {
    const message = `You have written many messages today. ${tryAgainIn(sent.retryAfterSeconds)}`;
    return tooMany(context, form.refuse({ words: [message] }), {}, sent.retryAfterSeconds);
  }
  return redirect(paths.account.thread(sent.reference), {
    headers: { "Set-Cookie": await forgetDraft(context.publicUrl) },
  });
}

export default function MessageTeam() {
  const { slug, name, isSignedIn, isStaff, draft, adviceRoute } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ words: string }>({
    id: "message",
    lastResult: refused?.reply,
    defaultValue: { words: draft ?? "" },
  });
  return (
    <div className="govuk-width-container sn-page">
      <ExitThisPage />
      <div className="sn-page--text">
        <ErrorSummary fields={[fields.words]} />
        <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Write to the team" />
        <Advice route={adviceRoute} />
        <h1 className="govuk-heading-xl">Write to the team of {name}</h1>
        <NotThePlace />
        {isStaff ? (
          <p>
            You are signed in as staff.{" "}
            <Link className="govuk-link" to={paths.staff.newThread()}>
              Write a message down for somebody
            </Link>
            .
          </p>
        ) : (
          <form method="post" action={paths.messageTeam(slug)} noValidate>
            <p>
              You get an answer within 72 hours, nights and weekends included. If the team needs longer, it
              tells you why and until when.
            </p>
            {draft === null || refused !== undefined ? null : (
              <p>
                <strong>Your message has not gone yet.</strong> Look at it once more and send it.
              </p>
            )}
            <Textarea
              field={fields.words}
              label="Your message"
              hint="Do not name or describe other people, or give their address."
              rows={8}
            />
            {isSignedIn ? null : (
              <p>
                Next we send a code to your email address, so that the team can answer you. What you wrote is
                kept meanwhile.
              </p>
            )}
            <Button>{isSignedIn ? "Send your message" : "Continue"}</Button>
          </form>
        )}
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
