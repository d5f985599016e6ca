import type { Field } from "#app/components/govuk/field.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { takeDownReasons } from "#app/domain/page-report/reasons.ts";
import { paths } from "#app/paths.ts";

const reasons = Object.entries(takeDownReasons).map(([value, words]) => ({ value, words }));

/** Takes down what nobody reported. */
export function TakeDownForm({ reference, reason }: { reference: Field; reason: Field }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Take something down</h2>
      <p>It leaves every public page at once. Whoever asks can have somebody else look at your decision.</p>
      <form method="post" action={`${paths.staff.pageReports()}?index`} noValidate>
        <TextInput
          field={reference}
          label="Reference of the concern, priority or meeting"
          hint="It is in the page’s address, like C-7K3FQ, P-7K3FQ or M-7K3FQ"
          width={10}
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Select field={reason} label="Why" nothing="Choose one" groups={[{ label: "", items: reasons }]} />
        <Button>Take it down</Button>
      </form>
    </section>
  );
}
