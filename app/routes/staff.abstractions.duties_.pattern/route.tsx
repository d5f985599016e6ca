import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { LateReasonField } from "#app/components/abstraction/duty-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { mondayOf } from "#app/domain/roster/week.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addDuties } from "#app/services/duty/add-duties.server.ts";
import { writtenTeams } from "#app/services/duty/read-week.server.ts";
import { tryPattern } from "#app/services/duty/try-pattern.server.ts";
import { patternSchema } from "./pattern-schema.ts";
import { Tried, type TriedWords } from "./tried.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Lay a pattern of shifts", description: "Duties by a cycle of days.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "duty:write");
  const today = londonDay(args.context.now);
  const { teams, posts } = await visit.read((tx) => writtenTeams(tx, visit.actor, today));
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
  return privatePage({
    frame: abstractionFrameOf(visit),
    posts: posts.map(({ id, reference, teamId }) => ({
      value: id,
      label: reference,
      hint: nameOf.get(teamId) ?? "",
    })),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, read } = await requireActor(args, "duty:write");
  const { context } = args;
  const none: { messages: string[]; tried: TriedWords | null } = { messages: [], tried: null };
  const form = await readForm(args.request, patternSchema);
  if (!form.ok) return badForm(context, form.reply, none);
  const { intent, posts, pattern, begins, until, lateReason } = form.value;
  const wanted = { postIds: posts, days: pattern, begins, until };
  const tried = await read((tx) => tryPattern(tx, actor, wanted, londonDay(context.now)));
  if (!tried.ok) return badForm(context, form.refuse(errorsByField(tried.errors)), none);
  const { spans, problems } = tried;
  if (spans.length === 0 && problems.length === 0)
    return badForm(context, form.refuse({ pattern: ["No day of the pattern is one of duty"] }), none);
  if (intent === "try" || problems.length > 0) {
    return data(
      { reply: form.refuse({}), ...none, tried: { duties: spans.length, problems } },
      { headers: { "Cache-Control": "private, no-store" } },
    );
  }
  const added = await addDuties(context, actor, { spans, source: "pattern", lateReason });
  if (!added.ok) {
    const { form: messages = [], ...byField } = errorsByField(added.errors);
    return badForm(context, form.refuse(byField), { ...none, messages });
  }
  const week = new URLSearchParams({ week: mondayOf(begins), done: "laid" });
  return redirect(paths.abstractions.duties(week.toString()));
}

interface Typed {
  posts: string;
  pattern: string;
  begins: DayParts;
  until: DayParts;
  lateReason: string;
  from: string;
}

export default function LayPattern() {
  const { frame, posts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [, fields] = useForm<Typed>({ id: "pattern", lastResult: answer?.reply });
  const whole = { ...plainField(wholeFormId), errors: answer?.messages };
  const tried = answer?.tried ?? null;
  return (
    <AbstractionPage
      frame={frame}
      title="Lay a pattern of shifts"
      errors={
        <ErrorSummary
          fields={[
            whole,
            fields.posts,
            fields.pattern,
            dateFieldError(fields.begins),
            dateFieldError(fields.until),
            fields.lateReason,
            { ...plainField(wholeFormId), errors: fields.from.errors },
          ]}
        />
      }
    >
      <form method="post" noValidate id={wholeFormId}>
        {tried === null ? null : <Tried tried={tried} />}
        <Textarea
          field={fields.pattern}
          label="Pattern"
          hint="One entry for each day of the cycle, like 07:00-15:00, 07:00-15:00, 22:00-07:00, off. An end that is not later is the next day’s."
          rows={3}
        />
        <DateField field={fields.begins} legend="First day" hint="The first entry is for this day" />
        <DateField field={fields.until} legend="Last day" hint="The cycle begins anew until then" />
        <Checkboxes field={fields.posts} legend="Posts" items={posts} />
        {fields.lateReason.errors === undefined ? null : <LateReasonField field={fields.lateReason} />}
        <Button name="intent" value="try">
          Show what it would be
        </Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.abstractions.duties()}>
          Back to the week
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
