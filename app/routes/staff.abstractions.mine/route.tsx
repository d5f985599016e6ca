import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { MonthLinks } from "#app/components/abstraction/month-links.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { monthOf } from "#app/domain/abstraction/month.ts";
import { readMonthShown } from "#app/domain/abstraction/month-shown.ts";
import { rateOf } from "#app/domain/abstraction/rate.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readOwnMonth, type OwnMonth } from "#app/services/abstraction/read-own-month.server.ts";
import { OwnDuties } from "./own-duties.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Your own record", description: "Your duties and their use.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:log-own");
  const { now } = args.context;
  const month = readMonthShown(new URL(args.request.url).searchParams.get("month"), now);
  const own = await visit.read((tx) => readOwnMonth(tx, visit.signedIn.accountId, month));
  return privatePage({
    frame: abstractionFrameOf(visit),
    ...own,
    current: monthOf(now),
    today: londonDay(now),
  });
}

export default function OwnRecord() {
  const { frame, month, current, today, ...own } = useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title={`Your own record, ${monthInWords(month)}`}>
      <p>You see this, and so do your sergeant and inspector. Nobody compares officers by it.</p>
      <MonthLinks month={month} last={current} addressOf={(one) => paths.abstractions.own(`month=${one}`)} />
      <Totals totals={own.totals} />
      <OwnDuties duties={own.duties} entries={own.entries} today={today} />
    </AbstractionPage>
  );
}

function Totals({ totals: { duty, unavailable, abstractedA, abstractedB } }: Pick<OwnMonth, "totals">) {
  const rate = rateOf({ duty, abstracted: abstractedA });
  if (rate === null) return <p>You had no duty in this month, so there is no rate.</p>;
  return (
    <>
      <p>
        Of your {hoursWords(duty)} of duty, {hoursWords(abstractedA)} went to other work: {rate.words}.
      </p>
      <SummaryList
        rows={[
          { term: "With training for your role and court as well", value: hoursWords(abstractedB) },
          { term: "Not at work", value: hoursWords(unavailable) },
        ]}
      />
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
