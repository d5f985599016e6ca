import { useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listAreas } from "#db/queries/appointment.ts";
import { countWaiting, listPeople, listWaiting, searchPeople, type Person } from "#db/queries/person.ts";
import { FilterForm } from "./filter-form.tsx";
import { readPeopleFilter } from "./people-filter.ts";
import { PeopleTable, WaitingTable, type ListedPerson } from "./people-table.tsx";

const mostOnAPage = 50;
const mostWaiting = 20;
const mostLetters = 100;

const searchSchema = z.object({
  name: z
    .string({ error: "Enter a name or part of one" })
    .trim()
    .min(2, "Enter at least two letters of the name")
    .max(mostLetters, `Enter at most ${mostLetters} letters`),
});

/** Only what the list shows leaves the server. */
const listed = ({
  id,
  kind,
  status,
  name,
  surname,
  agencyName,
  createdAt,
  lastSeenAt,
}: Person): ListedPerson => ({ id, kind, status, name, surname, agencyName, createdAt, lastSeenAt });

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "People", description: "Who can sign in, and what they may do.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:read");
  const search = new URL(request.url).searchParams;
  const { after, ...filter } = readPeopleFilter(search);
  const today = londonDay(context.now);
  return privatePage(
    await visit.read(async (tx) => {
      const people = await listPeople(tx, filter, today, {
        afterId: after ?? null,
        limit: mostOnAPage + 1,
      });
      const shown = people.slice(0, mostOnAPage);
      const next = new URLSearchParams(search);
      next.set("after", shown.at(-1)?.id ?? "");
      return {
        frame: staffFrameOf(visit),
        areas: await listAreas(tx),
        chosen: {
          kind: filter.kind ?? "",
          status: filter.status ?? "",
          role: filter.role ?? "",
          area: filter.area === undefined ? "" : `${filter.area.kind}:${filter.area.id}`,
        },
        waiting: (await listWaiting(tx, mostWaiting)).map(listed),
        waitingCount: (await countWaiting(tx)).count,
        people: shown.map(listed),
        next: people.length > mostOnAPage ? paths.staff.peoplePage(next.toString()) : null,
      };
    }),
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:read");
  const form = await readForm(request, searchSchema);
  if (!form.ok) return badForm(context, form.reply, { found: null, hasMore: false });
  const people = await visit.read((tx) => searchPeople(tx, form.value.name, mostOnAPage + 1));
  return data(
    {
      reply: form.refuse({}),
      found: people.slice(0, mostOnAPage).map(listed),
      hasMore: people.length > mostOnAPage,
    },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}

export default function People() {
  const { frame, areas, chosen, waiting, waitingCount, people, next } = useLoaderData<typeof loader>();
  const searched = useActionData<typeof action>();
  const [, fields] = useForm<{ name: string }>({ id: "person", lastResult: searched?.reply });
  const found = searched?.found ?? null;
  return (
    <StaffPage frame={frame} title="People" errors={<ErrorSummary fields={[fields.name]} />}>
      {waiting.length === 0 ? null : <WaitingTable people={waiting} />}
      {waitingCount > waiting.length ? (
        <p>{waitingCount - waiting.length} more wait: they show here once the first are linked.</p>
      ) : null}
      <form className="sn-search" method="post" action={paths.staff.people()} role="search" noValidate>
        <TextInput field={fields.name} label="Name" type="search" autoComplete="off" spellCheck={false} />
        <Button look="secondary">Search</Button>
      </form>
      {found === null ? (
        <>
          <FilterForm areas={areas} chosen={chosen} />
          {people.length === 0 ? (
            <p>Nobody is like that.</p>
          ) : (
            <PeopleTable caption="People who can sign in" people={people} />
          )}
          <NextPage to={next} />
        </>
      ) : (
        <>
          {found.length === 0 ? (
            <p role="status">Nobody has that name. Try part of it.</p>
          ) : (
            <PeopleTable caption="Found by name" people={found} />
          )}
          {searched?.hasMore === true ? <p>There are more: type more of the name.</p> : null}
          <p>
            <a className="govuk-link" href={paths.staff.people()}>
              Show everybody
            </a>
          </p>
        </>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
