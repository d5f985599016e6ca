import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ImpactPage } from "#app/components/impact/impact-page.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { accountName } from "#app/domain/account/account-words.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { advise } from "#app/services/impact/advise.server.ts";
import { readQuestion } from "#app/services/impact/read-question.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your advice",
    description: "What you are asked as an adviser.",
    path: null,
  });

export const headers = pageHeaders;

const schema = z.object({ advice: z.string().default("") });

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "impact:advise");
  const found = await readQuestion(args.context, visit.actor, idParam(args.params["id"]));
  if (found === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "impact:advise");
  const consultationId = idParam(args.params["id"]);
  // What is not there to be read takes no form either.
  await loader(args);
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const change = await advise(args.context, actor, { consultationId, ...form.value });
  if (change === null) throw notFound();
  return change.ok ? redirect(paths.staff.home("advice")) : refusedForm(args.context, form, change.errors);
}

export default function Advice() {
  const { frame, question, askedBy, places, isClosed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ advice: string }>({ id: "advice", lastResult: refused?.reply });
  const { id, advice, advisedAt, askedAt } = question;
  return (
    <ImpactPage
      frame={frame}
      title="Your advice"
      back={{ to: paths.staff.home(), words: "Back to your work" }}
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={[fields.advice]} />
        </>
      }
    >
      <SummaryList
        rows={[
          { term: "What you are asked", value: question.question },
          { term: "Where", value: places.join(", ") },
          { term: "Asked", value: `${momentInWords(askedAt)} by ${accountName(askedBy)}` },
          ...(advice === null || advisedAt === null
            ? []
            : [
                { term: "Your advice", value: advice },
                { term: "Given", value: momentInWords(advisedAt) },
              ]),
        ]}
      />
      {advice === null && !isClosed ? (
        <form id={wholeFormId} method="post" action={paths.partners.advice(id)} noValidate>
          <p>
            You see the question and where it is about, and nothing else of the assessment. Your advice is
            kept with it, for the officers who answer for the area.
          </p>
          <Textarea
            field={fields.advice}
            label="Your advice"
            hint="Write of communities, never of persons. Do not name anybody"
            rows={8}
          />
          <Button>Send your advice</Button>
        </form>
      ) : null}
      {advice === null && isClosed ? (
        <p id={wholeFormId}>The assessment is closed. Your advice is not needed any more.</p>
      ) : null}
    </ImpactPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
