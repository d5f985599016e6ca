import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { rosterStateWords } from "#app/components/abstraction/roster-words.ts";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { rosterRowStates, type RosterRowState } from "#app/domain/abstraction/words.ts";
import { allOf, hoursInWords } from "#app/domain/roster/account.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findRoster, listRosterLines } from "#db/queries/roster.ts";

const linesOnAPage = 100;

const stateWords: Readonly<Record<RosterRowState, string>> = {
  taken: "Taken",
  unchanged: "Unchanged",
  ignored: "Left out, as the mapping says",
  refused: "Refused",
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "A roster", description: "What became of its rows.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "roster:import");
  const search = new URL(args.request.url).searchParams;
  const state = rosterRowStates.find((one) => one === search.get("state")) ?? "refused";
  const after = Number(/^\d{1,9}$/.exec(search.get("after") ?? "")?.[0] ?? 0);
  const id = args.params["id"] ?? "";
  const { roster, lines } = await visit.read(async (tx) => {
    const found = await findRoster(tx, id);
    const page = { state, after, limit: linesOnAPage + 1 };
    return { roster: found, lines: found === null ? [] : await listRosterLines(tx, id, page) };
  });
  if (roster === null) throw notFound();
  const shown = lines.slice(0, linesOnAPage);
  const next = new URLSearchParams({ state, after: String(shown.at(-1)?.line ?? 0) });
  return privatePage({
    frame: abstractionFrameOf(visit),
    roster,
    state,
    lines: shown,
    next: lines.length > linesOnAPage ? paths.abstractions.roster(id, next.toString()) : null,
  });
}

export default function OneRoster() {
  const { frame, roster, state, lines, next } = useLoaderData<typeof loader>();
  const [words, tone] = rosterStateWords[roster.state];
  const stated = (value: string | null) => value ?? "Not stated";
  const all = allOf(roster.account);
  return (
    <AbstractionPage frame={frame} title={roster.source}>
      <p>
        <Tag tone={tone}>{words}</Tag>
      </p>
      {roster.problem === null ? null : <InsetText>{roster.problem}</InsetText>}
      <DataTable
        caption="Every row that was read is one of these"
        columns={["Rows that were", "Rows", "Hours"]}
        rows={[
          ...rosterRowStates.map((one) => ({
            key: one,
            cells: [
              roster.state !== "in-force" && one === "taken" ? "Fit to be taken" : stateWords[one],
              roster.account[one].rows.toLocaleString("en-GB"),
              hoursInWords(roster.account[one].minutes),
            ],
          })),
          {
            key: "read",
            cells: ["Read, all together", all.rows.toLocaleString("en-GB"), hoursInWords(all.minutes)],
          },
          {
            key: "stated",
            cells: [
              "Stated by the source",
              stated(roster.rowsStated?.toLocaleString("en-GB") ?? null),
              stated(roster.minutesStated === null ? null : hoursInWords(roster.minutesStated)),
            ],
          },
        ]}
      />
      <nav aria-label="Rows">
        <ul className="sn-plan__pages">
          {rosterRowStates
            .filter((one) => one !== "unchanged")
            .map((one) => (
              <li key={one}>
                <Link
                  className="sn-plan__page"
                  aria-current={one === state ? "page" : undefined}
                  to={paths.abstractions.roster(roster.id, `state=${one}`)}
                >
                  {one === "taken" ? "Taken, with a note" : stateWords[one]}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {lines.length === 0 ? (
        <p>There are no such rows.</p>
      ) : (
        <>
          <DataTable
            caption="Rows"
            isCaptionHidden
            columns={["Line of the file", "Why"]}
            rows={lines.map(({ line, reason }) => ({
              key: String(line),
              cells: [line.toLocaleString("en-GB"), reason ?? ""],
            }))}
          />
          <NextPage to={next} words="More rows" />
          <p>
            <a className="govuk-link" href={paths.abstractions.rosterDownload(roster.id, state)} download>
              Download these rows as CSV
            </a>
          </p>
        </>
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
