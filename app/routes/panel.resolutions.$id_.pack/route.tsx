import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Sentence } from "#app/components/abstraction/sentence.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { SignOffPapers } from "#app/components/feedback/sign-off-papers.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { ballotsInWords } from "#app/domain/ballot/tally.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { requirePanelSeat } from "#app/member-guard.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { teamTimeOf } from "#app/team-time.server.ts";
import { doneSinceLastPanel } from "#db/queries/panel-actions.ts";
import { meetingForMember, resultsOf } from "#db/queries/panel-pack.ts";
import { signOffPapers } from "#db/queries/sign-off-papers.ts";
import { placementOf } from "#db/queries/structure.ts";
import { CandidatePaper } from "./candidate-paper.tsx";
import { DoneSince } from "./done-since.tsx";

// The results since the last meeting, and what stays open from before.
const mostResults = 12;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Papers of the panel", description: "What the panel reads.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requirePanelSeat(args);
  const id = idParam(args.params["id"]);
  const found = await read(async (tx) => {
    const meeting = await meetingForMember(tx, id, signedIn.accountId);
    if (meeting === null) return null;
    const { neighbourhoodId } = meeting.resolution;
    return {
      ...meeting,
      papers: await signOffPapers(tx, meeting),
      place: (await placementOf(tx, neighbourhoodId))?.name ?? "",
      done: await doneSinceLastPanel(tx, meeting.resolution),
      results: await resultsOf(tx, neighbourhoodId, mostResults),
      teamTime: (await teamTimeOf(tx, neighbourhoodId, londonDay(args.context.now), 1)).sentence,
    };
  });
  if (found === null) throw notFound();
  return privatePage(found);
}

export default function PanelPack() {
  const { resolution, place, subjects, count, cycleNumber, papers, done, results, teamTime } =
    useLoaderData<typeof loader>();
  const rowOf = (subjectId: string) => count?.rows.find(({ id }) => id === subjectId) ?? null;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[
          { to: paths.panel.home(), words: "Your panel" },
          { to: paths.panel.resolution(resolution.id), words: "What the panel decides" },
        ]}
        here="Papers"
      />
      <h1 className="govuk-heading-xl">
        Papers of the panel of {place}, {dayInWords(resolution.heldOn)}
      </h1>
      {count === null ? null : (
        <section>
          <h2 className="govuk-heading-m">
            The vote{cycleNumber === null ? "" : ` of cycle ${cycleNumber}`}
          </h2>
          <p>
            {ballotsInWords({ ballots: count.counted, isIndicative: count.isLowParticipation })}.{" "}
            {quarantinedInWords(count.quarantined)}
          </p>
          {count.needsPanelNote ? (
            <p>
              More than one batch of ballots that staff entered decides this vote. The panel must write down
              why it trusts the count before it adopts anything.
            </p>
          ) : null}
          <DataTable
            caption="The order of the vote"
            columns={["Place", "Problem", "Votes", "With ballots held back"]}
            rows={subjects.map(({ itemId, subjectId, title, place: rank }) => ({
              key: itemId,
              cells: [
                rank,
                title,
                rowOf(subjectId)?.votes ?? "",
                rowOf(subjectId)?.votesWithQuarantined ?? "",
              ],
            }))}
          />
        </section>
      )}
      {papers === null ? null : <SignOffPapers papers={papers} />}
      <h2 className="govuk-heading-m">{papers === null ? "The evidence" : "The priority"}</h2>
      {subjects.map((subject) => (
        <CandidatePaper key={subject.itemId} subject={subject} />
      ))}
      <DoneSince done={done} />
      <h2 className="govuk-heading-m">What came of earlier priorities</h2>
      {results.length === 0 ? (
        <p>This neighbourhood has had no priorities yet.</p>
      ) : (
        <DataTable
          caption="Priorities, the latest first"
          isCaptionHidden
          columns={["Priority", "Standing", "Last news"]}
          rows={results.map(({ reference, title, state, lastLine }) => ({
            key: reference,
            cells: [
              <Link key="priority" className="govuk-link" to={paths.priority(reference)}>
                {title}
              </Link>,
              priorityStateWords[state],
              lastLine ?? "",
            ],
          }))}
        />
      )}
      {teamTime === null ? null : (
        <>
          <h2 className="govuk-heading-m">Your team’s time</h2>
          <Sentence {...teamTime} />
        </>
      )}
    </div>
  );
}

function quarantinedInWords(quarantined: number): string {
  if (quarantined === 0) return "No ballots were held back.";
  return quarantined === 1
    ? "1 ballot was held back and is not counted."
    : `${quarantined} ballots were held back and are not counted.`;
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
