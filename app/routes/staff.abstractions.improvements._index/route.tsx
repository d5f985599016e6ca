import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { lastMonthToJudge, mostOverdueFirst, nextDue } from "#app/domain/abstraction/improvement-due.ts";
import { monthFigureInWords } from "#app/domain/abstraction/improvement-words.ts";
import { improvementReaders, improvementScopeOf } from "#app/domain/abstraction/improvement-writers.ts";
import { improvementStates, type ImprovementState } from "#app/domain/abstraction/words.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { monthOfTeams } from "#db/queries/abstraction-judgement.ts";
import { listImprovements } from "#db/queries/abstraction-improvement-list.ts";
import { BoardTable } from "./board-table.tsx";
import { StateLinks } from "./state-links.tsx";

/** So long what is closed stands on the board. */
const closedDays = 365;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Improvements", description: "What is done about abstraction.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, improvementReaders);
  const scope = improvementScopeOf(visit.actor);
  if (scope === null) throw notFound();
  const today = londonDay(args.context.now);
  const month = lastMonthToJudge(today);
  const asked = new URL(args.request.url).searchParams.get("state");
  const state = improvementStates.find((one) => one === asked) ?? null;
  const { all, figures } = await visit.read(async (tx) => ({
    all: await listImprovements(tx, scope, { today, closedSince: addDays(today, -closedDays) }),
    figures: await monthOfTeams(tx, month),
  }));
  const shown = all.filter((one) => (state === null ? isOpen(one.state) : one.state === state));
  const rows = mostOverdueFirst(
    shown.map((one) => ({ ...one, due: nextDue(one) })),
    today,
  ).map((one) => {
    const figure = figures.get(one.teamId);
    return { ...one, rate: figure === undefined ? "No figures" : monthFigureInWords(figure) };
  });
  const countOf = (which: ImprovementState) => all.filter((one) => one.state === which).length;
  return privatePage({
    frame: abstractionFrameOf(visit),
    state,
    month: monthInWords(month),
    today,
    rows,
    counts: improvementStates.map((which) => ({ state: which, count: countOf(which) })),
    open: all.filter((one) => isOpen(one.state)).length,
  });
}

const isOpen = (state: ImprovementState) => state !== "closed" && state !== "within";

export default function Improvements() {
  const { frame, state, month, today, rows, counts, open } = useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title="Improvements">
      <p>
        What is done about teams that are used for other work for more than 10% of their duty. What is overdue
        stands first.
      </p>
      <StateLinks state={state} counts={counts} open={open} />
      {rows.length === 0 ? (
        <p>{state === null ? "No improvement is open in your area." : "None stands so."}</p>
      ) : (
        <BoardTable rows={rows} month={month} today={today} />
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
