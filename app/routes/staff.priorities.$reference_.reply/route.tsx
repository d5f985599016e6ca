import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AnswerFields } from "#app/components/feedback/answer-fields.tsx";
import { answerSchema } from "#app/components/feedback/answer-schema.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { isTakingAnswers } from "#app/domain/feedback/round.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { enterReply } from "#app/services/feedback/enter-reply.server.ts";
import { roundNow } from "#db/queries/feedback.ts";
import { findPriority } from "#db/queries/priority.ts";

const schema = answerSchema.extend({
  resident: z.string({ error: "Enter the reference of a resident, like R-7K3F" }).trim().toUpperCase(),
  mode: z.enum(["paper", "phone"], { error: "Select how they answered" }),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Enter a reply", description: "What a resident said on paper.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "feedback:enter");
  const { now } = args.context;
  const found = await visit.read(async (tx) => {
    const priority = await findPriority(tx, args.params["reference"] ?? "");
    if (priority === null || !can(visit.actor, "feedback:enter", priority)) return null;
    const { reference, title } = priority;
    const round = await roundNow(tx, priority);
    const isOpen = round !== null && isTakingAnswers(round, londonDay(now));
    return { reference, title, round: isOpen ? { kind: round.kind, closesOn: round.closesOn } : null };
  });
  if (found === null) throw notFound();
  const isDone = new URL(args.request.url).searchParams.get("done") === "entered";
  return privatePage({ frame: staffFrameOf(visit), ...found, isDone });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "feedback:enter");
  // What is not there to be read takes no form either.
  await loader(args);
  const { request, context, params } = args;
  const reference = params["reference"] ?? "";
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { resident, words, ...said } = form.value;
  const change = await enterReply(context, actor, {
    ...said,
    reference,
    residentReference: resident,
    words: words ?? null,
  });
  if (change === null) throw notFound();
  if (change.ok) return redirect(paths.staff.enterReply(reference, "entered"));
  return refusedForm(context, form, change.errors);
}

// An interface would want an index for every other name.
type ReplyFields = { resident: string; mode: string; answer: string; told: string; words: string };

export default function EnterReply() {
  const { frame, reference, title, round, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ReplyFields>({ id: "reply", lastResult: refused?.reply });
  const { resident, mode, answer, told, words } = fields;
  return (
    <StaffPage
      frame={frame}
      title={
        <>
          <span className="govuk-caption-l">{title}</span>
          Enter what a resident said
        </>
      }
      errors={
        <>
          <Breadcrumbs
            items={[{ to: paths.staff.priority(reference), words: reference }]}
            here="Enter a reply"
          />
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={[resident, mode, answer, told, words]} />
        </>
      }
    >
      <DoneMessage
        words={isDone ? "The reply is entered. If this resident had answered before, it was changed." : null}
      />
      {round === null ? (
        <p id={wholeFormId}>Residents are not asked about this priority at the moment.</p>
      ) : (
        <form
          method="post"
          action={paths.staff.enterReply(reference)}
          id={wholeFormId}
          noValidate
          tabIndex={-1}
        >
          <InsetText>
            Read the questions out as they stand and enter what was said, not what you think. Replies are
            taken until the end of {dayInWords(round.closesOn)}.
          </InsetText>
          <TextInput
            field={resident}
            label="Reference of the resident"
            hint="Under “Residents on paper”, like R-7K3F. Enter the resident there first if they are new"
            width={10}
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Radios
            field={mode}
            legend="How did they answer?"
            items={[
              { value: "paper", label: "On paper, or face to face" },
              { value: "phone", label: "By telephone" },
            ]}
          />
          <AnswerFields fields={{ answer, told, words }} kind={round.kind} />
          <Button>Enter the reply</Button>
        </form>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
