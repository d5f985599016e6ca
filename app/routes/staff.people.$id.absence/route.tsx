import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { optionalDay, requiredDay } from "#app/components/staff/day-schema.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recordAbsence } from "#app/services/absence/record-absence.server.ts";
import { findPerson, listDeputies } from "#db/queries/person.ts";

// More staff than a force of this size has; only a bound.
const mostDeputies = 2_000;

const schema = z.object({
  startsOn: requiredDay("Enter the first day away", "The first day must be a real date, like 27 3 2027"),
  endsOn: optionalDay("The last day must be a real date, like 27 3 2027"),
  deputy: z.uuid("Choose somebody from the list").optional(),
});

// An interface would want an index for every other name.
type AbsenceFields = {
  startsOn: DayParts | undefined;
  endsOn: DayParts | undefined;
  deputy: string;
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Record an absence", description: "Who stands in for whom.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:manage");
  const found = await visit.read(async (tx) => {
    const person = await findPerson(tx, params["id"] ?? "");
    if (person?.kind !== "staff" || person.status !== "active") return null;
    const deputies = await listDeputies(tx, mostDeputies);
    return {
      person: { id: person.id, name: person.name },
      deputies: deputies
        .filter(({ id }) => id !== person.id && id !== visit.signedIn.accountId)
        .map(({ id, name }) => ({ value: id, words: accountName(name) })),
    };
  });
  if (found === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...found, today: londonDay(context.now) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "person:manage");
  const accountId = params["id"] ?? "";
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { deputy, ...days } = form.value;
  const change = await recordAbsence(context, actor, { accountId, deputyId: deputy ?? null, ...days });
  return change.ok
    ? redirect(paths.staff.person(accountId, "absence"))
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

export default function RecordAbsence() {
  const { frame, person, deputies, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { startsOn, endsOn, deputy }] = useForm<AbsenceFields>({
    id: "absence",
    lastResult: refused?.reply,
    defaultValue: { startsOn: partsOfDay(today) },
  });
  return (
    <StaffPage
      frame={frame}
      title={`Record an absence of ${accountName(person.name)}`}
      errors={<ErrorSummary fields={[dateFieldError(startsOn), dateFieldError(endsOn), deputy]} />}
    >
      <p>
        While somebody is away, their deputy holds their roles too, and what waits for them waits for the
        deputy. No reason is asked for.
      </p>
      <form method="post" action={paths.staff.personAbsence(person.id)} noValidate>
        <DateField field={startsOn} legend="First day away" hint="For example 27 3 2027" />
        <DateField
          field={endsOn}
          legend="Last day away, if it is known"
          hint="Leave empty to end the absence when they are back"
        />
        <Select
          field={deputy}
          label="Who stands in"
          hint="Not yourself: a deputy is given roles, and nobody gives roles to themselves."
          nothing="Nobody"
          groups={[{ label: "", items: deputies }]}
        />
        <Button>Record the absence</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.person(person.id)}>
          Back to {accountName(person.name)}
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
