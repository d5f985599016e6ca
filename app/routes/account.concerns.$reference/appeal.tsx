import { FirstThis } from "#app/components/concern/first-this.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { mostAppeal } from "#app/domain/concern/written.ts";
import { paths } from "#app/paths.ts";

interface AppealProps {
  field: Field;
  reference: string;
  version: number;
}

/** Somebody else looks at it again, with what its raiser wants them to know. */
export function Appeal({ field, reference, version }: AppealProps) {
  return (
    <section aria-labelledby="appeal">
      <h2 className="govuk-heading-m" id="appeal">
        If you think this is wrong
      </h2>
      <p>Somebody else than whoever decided reads it again, within five working days.</p>
      <FirstThis />
      <form method="post" action={paths.account.concern(reference)} noValidate>
        <input type="hidden" name="intent" value="appeal" />
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={field}
          label="What should we know? (optional)"
          hint="In your own words, which we never publish. Please leave out names, number plates and house numbers."
          rows={3}
          maxLength={mostAppeal}
        />
        <Button>Ask for another look</Button>
      </form>
    </section>
  );
}
