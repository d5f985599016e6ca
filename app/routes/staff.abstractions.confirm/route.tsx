import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { confirmWithinDays } from "#app/domain/abstraction/confirmation.ts";
import { readWeek } from "#app/domain/abstraction/week.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { confirmDuties } from "#app/services/abstraction/confirm-duties.server.ts";
import { readDutiesToConfirm } from "#app/services/abstraction/read-duties-to-confirm.server.ts";
import { confirmSchema } from "./confirm-schema.ts";
import { doneInWords, queryOf } from "./done-words.ts";
import { DutyRows } from "./duty-rows.tsx";
import { WeekLinks } from "./week-links.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Confirm duties", description: "Account for every duty.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:confirm");
  const search = new URL(args.request.url).searchParams;
  const week = readWeek(search.get("week"));
  const { db, now } = args.context;
  const waiting = await readDutiesToConfirm({ db, now }, visit.actor, week);
  if (waiting === null) throw notFound();
  return privatePage({
    frame: abstractionFrameOf(visit),
    ...waiting,
    week,
    today: londonDay(now),
    isNilTicked: search.get("nil") === "all",
    done: doneInWords(search.get("done"), search.get("changed")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "abstraction:confirm");
  const form = await readForm(args.request, confirmSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const result = await confirmDuties({ db, now }, actor, form.value);
  if (result === null) throw notFound();
  const week = readWeek(new URL(args.request.url).searchParams.get("week"));
  return redirect(paths.abstractions.confirm(queryOf(result, week)));
}

export default function ConfirmDuties() {
  const { frame, weeks, hasMore, duties, week, today, isNilTicked, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const ofWeek = week === null ? [] : [`week=${week}`];
  const late = duties.filter(({ isLate }) => isLate);
  const due = duties.filter(({ isLate }) => !isLate);
  const isAnyNil = duties.some(({ entries }) => entries.length === 0);
  return (
    <AbstractionPage
      frame={frame}
      title="Confirm duties"
      errors={<FormErrors messages={reply?.error?.[""] ?? undefined} />}
    >
      <DoneMessage words={done} />
      <p>
        Every duty that has ended is accounted for: what is logged in it is all, or it was neighbourhood duty
        and nothing else. A duty counts as complete when you confirm it within {confirmWithinDays} days.
      </p>
      <WeekLinks weeks={weeks} shown={week} />
      {duties.length === 0 ? <p>No duty waits to be confirmed.</p> : null}
      {duties.length === 0 ? null : (
        // The key draws the boxes anew once all are ticked by the link: a browser keeps them as they are.
        <form key={String(isNilTicked)} id={wholeFormId} method="post" noValidate>
          {isAnyNil ? (
            <p>
              <Link
                className="govuk-link"
                to={paths.abstractions.confirm([...ofWeek, ...(isNilTicked ? [] : ["nil=all"])].join("&"))}
                preventScrollReset
              >
                {isNilTicked ? "Tick none of those without an entry" : "Tick all without an entry"}
              </Link>
            </p>
          ) : null}
          <DutyRows caption={`Late: ${late.length}`} duties={late} today={today} isNilTicked={isNilTicked} />
          {[...new Set(due.map((duty) => duty.week))].map((monday) => (
            <DutyRows
              key={monday}
              caption={`Week of ${dayInWords(monday)}`}
              duties={due.filter((duty) => duty.week === monday)}
              today={today}
              isNilTicked={isNilTicked}
            />
          ))}
          {hasMore ? <p>There are more. They follow once these are confirmed.</p> : null}
          <div className="sn-save">
            <Button>Confirm what is ticked</Button>
          </div>
        </form>
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
