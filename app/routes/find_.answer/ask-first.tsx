import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { LocalSvg } from "#app/components/map/local-svg.tsx";
import { paths } from "#app/paths.ts";
import type { Question } from "./question.ts";

/** So near a border that only the resident can say. */
export function AskFirst({
  question,
  field,
}: {
  question: Extract<Question, { kind: "ask" }>;
  field: Field;
}) {
  const { postcode, options, picture } = question;
  return (
    <>
      <ErrorSummary fields={[field]} />
      <h1 className="govuk-heading-xl">{question.heading}</h1>
      <p>
        {postcode === null ? "You are" : `${postcode} is`} within 25 metres of a border between
        neighbourhoods, so only you can say which is yours.
      </p>
      <LocalSvg
        picture={picture}
        label={`Map of the border: ${options.map(({ name }) => name).join(", ")}`}
      />
      <form method="post" action={paths.findAnswer()} noValidate>
        <Radios
          field={field}
          legend="Your neighbourhood"
          items={options.map(({ slug, name, district }) => ({
            value: slug,
            label: name,
            ...(district === null ? {} : { hint: district }),
          }))}
        />
        <Button>Continue</Button>
      </form>
    </>
  );
}
