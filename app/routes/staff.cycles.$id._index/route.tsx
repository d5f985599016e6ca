import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { cardOf, marksOf, problemOfChanging } from "#app/domain/candidate/card.ts";
import { missingEvidence } from "#app/domain/candidate/evidence.ts";
import { scoreInWords, scoreOf } from "#app/domain/candidate/score.ts";
import { timetableOfDates } from "#app/domain/cycle/dates.ts";
import { latenessOf } from "#app/domain/cycle/lateness.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { stageWords, timedStages } from "#app/domain/cycle/stages.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listCandidates } from "#db/queries/candidate.ts";
import { findCycle, listCycleEvents } from "#db/queries/cycle-list.ts";
import { placeOfCycle } from "#db/queries/cycle.ts";
import { readPeriods } from "#db/queries/pre-election.ts";
import { readSettings } from "#db/queries/setting.ts";
import { CandidateTable } from "./candidate-table.tsx";

const mostEvents = 50;

const doneWords = new Map([
  ["extend", "The stage has more days. Residents read the reason."],
  ["end", "The cycle has ended. The next one opens tomorrow."],
  ["remove", "The candidate is removed. Its concerns can be put forward again."],
]);

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: !args.data ? "Cycle" : `${args.data.name}, cycle ${args.data.number}`,
    description: "How a neighbourhood’s choice stands.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "priority:read-overview");
  const { actor, read } = visit;
  const scope = scopeOf(actor, "priority:read-overview");
  if (scope === null) throw notFound();
  const page = await read(async (tx) => {
    const cycle = await findCycle(tx, scope, params["id"] ?? "");
    if (cycle === null) return null;
    const candidates = await listCandidates(tx, cycle.id);
    const { stage, neighbourhoodId } = cycle;
    const timetable = timetableOfDates(cycle, pausesOf(await readPeriods(tx)));
    const timed = timedStages.find((one) => one === stage);
    const settings = await readSettings(tx);
    const shortlisted = candidates.filter(({ isShortlisted }) => isShortlisted === true).length;
    const endsOn = timed === undefined ? cycle.startsOn : timetable[timed].lastDay;
    const progress = { stage, endsOn, candidates: candidates.length, shortlisted };
    return {
      id: cycle.id,
      number: cycle.number,
      stage,
      name: (await placeOfCycle(tx, neighbourhoodId)).name,
      fewestCandidates: settings.fewestCandidates,
      mostCandidates: settings.mostCandidates,
      late: stage === "closed" ? null : latenessOf(progress, settings, londonDay(context.now)),
      stages: timedStages.map((one) => ({ stage: one, ...timetable[one] })),
      events: await listCycleEvents(tx, cycle.id, mostEvents),
      candidates: candidates.map((candidate) => ({
        number: candidate.number,
        title: candidate.title,
        raisers: candidate.raisers,
        missing: missingEvidence(cardOf(candidate)).length,
        score: scoreInWords(scoreOf(marksOf(candidate))),
        isShortlisted: candidate.isShortlisted,
        leftOffReason: candidate.leftOffReason,
      })),
      may: {
        extend: stage !== "closed" && can(actor, "cycle:manage", { neighbourhoodId }),
        write: problemOfChanging(stage) === null && can(actor, "candidate:write", { neighbourhoodId }),
        enter: can(actor, "ballot:enter", { neighbourhoodId }),
        convene: can(actor, "panel:convene", { neighbourhoodId }),
      },
    };
  });
  if (page === null) throw notFound();
  const done = doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: staffFrameOf(visit), done, ...page });
}

export default function CyclePage() {
  const page = useLoaderData<typeof loader>();
  const { frame, done, id, number, stage, name, late, stages, events, candidates, may } = page;
  const title = `${name}, cycle ${number}`;
  return (
    <StaffPage
      frame={frame}
      title={title}
      errors={<Breadcrumbs items={[{ to: paths.staff.cycles(), words: "Cycles" }]} here={title} />}
    >
      <DoneMessage words={done} />
      <p>
        <strong>{stageWords[stage].name}.</strong> {stageWords[stage].staff}
      </p>
      {late === null ? null : <InsetText>{late}.</InsetText>}
      <div className="sn-staff__actions">
        {may.write ? (
          <Link className="govuk-button" to={paths.staff.newCandidate(id)}>
            Add a candidate
          </Link>
        ) : null}
        {may.extend ? (
          <Link className="govuk-link" to={paths.staff.extendCycle(id)}>
            Give a stage more days
          </Link>
        ) : null}
        {may.enter && stage === "voting" ? (
          <Link className="govuk-link" to={paths.staff.vote(id)}>
            The vote
          </Link>
        ) : null}
        {may.convene && stage === "panel" ? (
          <Link className="govuk-link" to={paths.staff.newPanel(id)}>
            Call the panel
          </Link>
        ) : null}
      </div>
      <h2 className="govuk-heading-m">Candidates</h2>
      <p>
        Between {page.fewestCandidates} and {page.mostCandidates} go on the shortlist. What nobody has decided
        about is left off when the vote opens; with nothing on the list there is no vote.
      </p>
      {candidates.length === 0 ? (
        <p>No candidates yet.</p>
      ) : (
        <CandidateTable cycleId={id} candidates={candidates} />
      )}
      <h2 className="govuk-heading-m">Dates</h2>
      <SummaryList
        rows={stages.map(({ stage: one, firstDay, lastDay }) => ({
          term: stageWords[one].name,
          value: `${dayInWords(firstDay)} to ${dayInWords(lastDay)}${one === stage ? " (now)" : ""}`,
        }))}
      />
      <h2 className="govuk-heading-m">What happened, as residents read it</h2>
      <ul className="govuk-list govuk-list--bullet">
        {events.map((event) => (
          <li key={event.id}>{event.line}</li>
        ))}
      </ul>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
