import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { erasureReasons, erasureWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";

/** Erasing is asked for with its reason, on the page that shows who it is: the button is the confirmation. */
export function EraseForm({ reference, field }: { reference: string; field: Field }) {
  return (
    <>
      <h2 className="govuk-heading-m">Erase them</h2>
      <p>
        What they said of themselves goes at once, and so does a vote of theirs that is still open. Counted
        votes stay, and nothing says any more that they were theirs.
      </p>
      <form method="post" action={paths.staff.resident(reference)} noValidate>
        <input type="hidden" name="intent" value="erase" />
        <Radios
          field={field}
          legend="Why are they erased?"
          items={erasureReasons.map((value) => ({ value, label: erasureWords[value] }))}
        />
        <WarningText>This cannot be undone. The reference on their paper then stands for nobody.</WarningText>
        <Button look="secondary">Erase {reference}</Button>
      </form>
    </>
  );
}
