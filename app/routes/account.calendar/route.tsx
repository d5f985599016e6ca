import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { calendarReaders } from "#app/domain/plan/calendar-readers.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { calendarToken } from "#app/services/calendar/calendar-token.server.ts";
import { removeCalendar } from "#app/services/calendar/remove-calendar.server.ts";
import { renewCalendar } from "#app/services/calendar/renew-calendar.server.ts";
import { findCalendarOf } from "#db/queries/calendar-feed.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your calendar",
    description: "What is due for you, in your own calendar program.",
    path: null,
  });

export const headers = pageHeaders;

const doneWords = new Map([
  ["renew", "This is the address of your calendar. Any address that you had before has ended."],
  ["remove", "Your calendar has no address any more."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireActorOfAny(args, calendarReaders);
  const { keys, publicUrl } = args.context;
  const feed = await read((tx) => findCalendarOf(tx, signedIn.accountId));
  return privatePage({
    done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
    calendar: feed && {
      address: `${publicUrl}${paths.personalCalendar(calendarToken(keys, feed.id))}`,
      madeOn: londonDay(feed.madeAt),
    },
  });
}

const schema = z.object({ intent: z.enum(["renew", "remove"]) });

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, calendarReaders);
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const { intent } = form.value;
  await (intent === "renew" ? renewCalendar({ db, now }, actor) : removeCalendar({ db, now }, actor));
  return redirect(paths.account.calendar(intent));
}

export default function OwnCalendar() {
  const { calendar, done } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.account.home(), words: "Your account" }]} here="Your calendar" />
      <h1 className="govuk-heading-xl">Your calendar</h1>
      <DoneMessage words={done} />
      <p>
        Your reviews and actions can stand in the calendar that you use, on the days they are due. It says the
        priority’s reference and “review due” or “action due”, and nothing else.
      </p>
      {calendar === null ? null : (
        <>
          <h2 className="govuk-heading-m">Its address</h2>
          <p className="sn-break">
            <a className="govuk-link" href={calendar.address}>
              {calendar.address}
            </a>
          </p>
          <p>
            Copy it into your calendar program, where it says “subscribe” or “add from the internet”. You made
            it on {dayInWords(calendar.madeOn)}.
          </p>
          <p>
            Whoever has the address can read the calendar without signing in. Give it to nobody. If somebody
            else may have seen it, make a new one.
          </p>
        </>
      )}
      <form method="post" action={paths.account.calendar()} noValidate>
        <Button name="intent" value="renew" look={calendar === null ? "primary" : "secondary"}>
          {calendar === null ? "Make an address" : "Make a new address"}
        </Button>{" "}
        {calendar === null ? null : (
          <Button name="intent" value="remove" look="secondary">
            Remove the address
          </Button>
        )}
      </form>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
