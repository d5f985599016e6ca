import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { RequestTable } from "#app/components/abstraction/request-table.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { decidesAs } from "#app/domain/abstraction/authority.ts";
import { requestReaders } from "#app/domain/abstraction/request-readers.ts";
import { can, scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { listAskedBy, listAskedOf, listToDecide } from "#db/queries/abstraction-request.ts";
import { withActor } from "#db/with-actor.ts";

const mostShown = 50;
const title = "Requests for officers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "Who is asked for, and what was decided.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, requestReaders);
  const { actor } = visit;
  const accountId = actor.accountId ?? "";
  const decides = decidingScope(actor);
  const team = scopeOf(actor, "abstraction:read-officers");
  const mayAsk = can(actor, "abstraction:request");
  return privatePage(
    await withActor(args.context.db, actor, async (tx) => {
      const shown = {
        frame: abstractionFrameOf(visit),
        mayAsk,
        today: londonDay(args.context.now),
        done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
        toDecide:
          decides === null
            ? null
            : await listToDecide(tx, { scope: decides, roles: decidesAs(actor), accountId }, mostShown),
        asked: mayAsk ? await listAskedBy(tx, accountId, mostShown) : null,
        ofTeam: team === null ? null : await listAskedOf(tx, team, mostShown),
      };
      // Whoever asked reads what they asked for; the rest is of officers.
      if ([shown.toDecide, shown.ofTeam].some((rows) => rows !== null && rows.length > 0))
        await recordOfficersRead(
          tx,
          { actor, now: args.context.now },
          { page: "requests", subjectKind: "team", subjectId: null, neighbourhoodId: null },
        );
      return shown;
    }),
  );
}

const doneWords = new Map([["withdrawn", "Your request is withdrawn."]]);

const decidingScope = (actor: Actor): Scope | null =>
  scopeOf(actor, "abstraction:authorise-force") ?? scopeOf(actor, "abstraction:authorise");

export default function Requests() {
  const { frame, mayAsk, today, done, toDecide, asked, ofTeam } = useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title={title}>
      <DoneMessage words={done} />
      {mayAsk ? (
        <Link className="govuk-button" to={paths.abstractions.newRequest()}>
          Ask for an officer
        </Link>
      ) : null}
      <p>What was never authorised counts all the same.</p>
      {toDecide === null ? null : (
        <List heading="For you to decide" rows={toDecide} today={today} nothing="Nothing waits for you." />
      )}
      {asked === null ? null : (
        <List heading="What you asked for" rows={asked} today={today} nothing="You have asked for nobody." />
      )}
      {ofTeam === null ? null : (
        <List heading="Asked of your teams" rows={ofTeam} today={today} nothing="Nobody was asked for." />
      )}
      {[toDecide, asked, ofTeam].some((rows) => rows?.length === mostShown) ? (
        <p className="govuk-hint">Each list shows the latest {mostShown}.</p>
      ) : null}
    </AbstractionPage>
  );
}

function List({
  heading,
  rows,
  today,
  nothing,
}: {
  heading: string;
  rows: Parameters<typeof RequestTable>[0]["rows"];
  today: Day;
  nothing: string;
}) {
  return rows.length === 0 ? (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <p>{nothing}</p>
    </>
  ) : (
    <RequestTable caption={heading} rows={rows} today={today} />
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
