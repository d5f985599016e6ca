import { paths } from "#app/paths.ts";
import { Button } from "./govuk/button.tsx";
import type { Field } from "./govuk/field.ts";
import { TextInput } from "./govuk/text-input.tsx";

/** One thing to do: the postcode. A plain form, so that the answer never stands in an address. */
export function FinderForm({ field }: { field: Field }) {
  return (
    <form className="sn-finder-form" method="post" action={paths.find()} noValidate>
      <TextInput
        field={field}
        label="Your postcode"
        hint="For example DE4 3AG"
        width={10}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="search"
      />
      <Button>Find my team</Button>
    </form>
  );
}
