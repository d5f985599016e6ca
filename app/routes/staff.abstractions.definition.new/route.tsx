import { useForm } from "@conform-to/react";
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
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { monthsToBegin } from "#app/domain/abstraction/adoption.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { adoptDefinition } from "#app/services/abstraction/adopt-definition.server.ts";
import { listDefinitions } from "#db/queries/abstraction-definition.ts";
import { CodeFields, codeFieldErrors } from "./code-fields.tsx";
import { definitionSchema, typedDefinition, type DefinitionFields } from "./definition-schema.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Adopt a new definition",
    description: "What counts as an abstraction from a month on.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:define");
  const [latest] = await visit.read(listDefinitions);
  return privatePage({
    frame: abstractionFrameOf(visit),
    months: latest === undefined ? [] : monthsToBegin(londonDay(args.context.now), latest.effectiveFrom),
    typed: latest === undefined ? {} : typedDefinition(latest),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "abstraction:define");
  const form = await readForm(request, definitionSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const adopted = await adoptDefinition(context, actor, form.value);
  return adopted.ok
    ? redirect(paths.abstractions.definition("adopted"))
    : refusedForm(context, form, adopted.errors);
}

export default function NewDefinition() {
  const { frame, months, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<DefinitionFields>({
    id: "definition",
    lastResult: refused?.reply,
    defaultValue: typed,
  });
  const { words, notes, change, effectiveFrom, agreedBy, agreedOn, consultedOn } = fields;
  const codes = fields.codes.getFieldList();
  return (
    <AbstractionPage
      frame={frame}
      title="Adopt a new definition"
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary
            fields={[
              effectiveFrom,
              change,
              agreedBy,
              dateFieldError(agreedOn),
              dateFieldError(consultedOn),
              words,
              notes,
              ...codeFieldErrors(codes),
            ]}
          />
        </>
      }
    >
      <p>
        All of this is published. Months before it begins keep the version that was in force then, and what
        was published stays. The year before is worked out both ways, so that everybody sees what the change
        does. A version that was adopted is never changed: adopt another.
      </p>
      <form id={wholeFormId} method="post" action={paths.abstractions.newDefinition()} noValidate>
        <Select
          field={effectiveFrom}
          label="It counts from the first day of"
          nothing="Choose a month"
          groups={[{ label: "", items: months.map((value) => ({ value, words: monthInWords(value) })) }]}
        />
        <Textarea
          field={change}
          label="What does it change?"
          hint="Residents read it where the series breaks. For example: Training for the role counts as well."
          rows={3}
        />
        <Textarea
          field={agreedBy}
          label="Who agreed it?"
          hint="Bodies, never persons, one on each line: the force, the oversight body, staff associations, panels"
          rows={4}
        />
        <DateField field={agreedOn} legend="When was it agreed?" hint="For example 27 3 2027" />
        <DateField
          field={consultedOn}
          legend="When did the consultation end?"
          hint="Leave it empty if nobody was consulted"
        />
        <Textarea field={words} label="What is an abstraction?" rows={5} />
        <Textarea
          field={notes}
          label="What is neighbourhood duty, and what is no duty at all?"
          hint="Leave an empty line between paragraphs"
          rows={10}
        />
        <h2 className="govuk-heading-m">The codes</h2>
        <CodeFields codes={codes} />
        <Button>Adopt this version</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.abstractions.definition()}>
          Back to the definition
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
