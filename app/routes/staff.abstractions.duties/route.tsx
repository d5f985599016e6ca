import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { DutyFields, type DutyField } from "#app/components/abstraction/duty-fields.tsx";
import { dutyOfForm, dutyTimesShape } from "#app/components/abstraction/duty-schema.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { isLate } from "#app/domain/abstraction/lateness.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { daysOfWeek, longDay, mondayOf, readWeek } from "#app/domain/roster/week.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addDuties } from "#app/services/duty/add-duties.server.ts";
import { readDutyWeek } from "#app/services/duty/read-week.server.ts";
import { WeekForm } from "./week-form.tsx";
import { WeekTable } from "./week-table.tsx";

const schema = z.object({
  team: z.string().optional(),
  post: z.uuid({ error: "Select a post" }),
  ...dutyTimesShape,
});

const doneWords: Readonly<Record<string, string>> = {
  added: "The duty is added.",
  changed: "The duty is changed. If it was confirmed, it is to be confirmed again.",
  removed: "The duty is removed.",
  laid: "The pattern is laid.",
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Duties", description: "What posts are rostered for.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "duty:write");
  const { now } = args.context;
  const search = new URL(args.request.url).searchParams;
  const monday = readWeek(search.get("week"), londonDay(now));
  const week = { teamId: search.get("team"), monday };
  return privatePage({
    frame: abstractionFrameOf(visit),
    monday,
    days: daysOfWeek(monday),
    isLate: isLate(londonInstant(monday, 0), now),
    done: doneWords[search.get("done") ?? ""] ?? null,
    ...(await readDutyWeek(args.context, visit.actor, week)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "duty:write");
  const { context } = args;
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { team = "", post, lateReason, ...typed } = form.value;
  const duty = dutyOfForm(typed);
  if ("errors" in duty) return badForm(context, form.refuse(duty.errors), { messages: [] });
  const span = { postId: post, ...duty };
  const added = await addDuties(context, actor, { spans: [span], source: "manual", lateReason });
  if (!added.ok) return refusedForm(context, form, added.errors);
  const week = new URLSearchParams({ team, week: mondayOf(typed.day), done: "added" });
  return redirect(paths.abstractions.duties(week.toString()));
}

type Typed = Record<"post" | DutyField, string>;

export default function Duties() {
  const { frame, monday, days, isLate, done, teams, team, posts, duties } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Typed>({ id: "duty", lastResult: refused?.reply });
  const { post, day, from, to, side, endSide, lateReason } = fields;
  const whole = { ...plainField(wholeFormId), errors: refused?.messages };
  return (
    <AbstractionPage
      frame={frame}
      title="Duties"
      errors={refused && <ErrorSummary fields={[whole, post, day, from, to, side, endSide, lateReason]} />}
    >
      <DoneMessage words={done} />
      <WeekForm teams={teams} team={team?.id ?? ""} monday={monday} />
      <h2 className="govuk-heading-m">
        {team === null ? "No team of yours has posts" : `${team.name}, week of ${longDay(monday)}`}
      </h2>
      <WeekTable days={days} posts={posts} duties={duties} caption="Duties of the week" />
      <p>
        <Link className="govuk-link" to={paths.abstractions.pattern()}>
          Lay a pattern of shifts
        </Link>
      </p>
      <h2 className="govuk-heading-m">Add a duty</h2>
      <form method="post" noValidate id={wholeFormId}>
        <input type="hidden" name="team" value={team?.id ?? ""} />
        <Select
          field={post}
          label="Post"
          nothing="Select a post"
          groups={[{ label: "", items: posts.map(({ id, reference }) => ({ value: id, words: reference })) }]}
        />
        <DutyFields fields={fields} days={days} isLate={isLate} />
        <Button>Add the duty</Button>
      </form>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
