import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { ageBands, connections } from "#app/domain/account/account.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";

interface DetailsFormProps {
  fields: Record<"postcode" | "slug" | "connection" | "ageBand", Field>;
  groups: Parameters<typeof Select>[0]["groups"];
  hasAgeBand: boolean;
  next: string;
}

const tooYoung = {
  value: "under-13",
  label: "Under 13",
  hint: "We then close your account and keep nothing about you.",
};

/** A neighbourhood to add and an age band: all of it may be left open. */
export function DetailsForm({ fields, groups, hasAgeBand, next }: DetailsFormProps) {
  return (
    <form method="post" action={paths.account.details()} noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="next" value={next} />
      <h2 className="govuk-heading-m">Add a neighbourhood</h2>
      <TextInput
        field={fields.postcode}
        label="Postcode"
        hint="We keep the neighbourhood, not the postcode."
        width={10}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Select
        field={fields.slug}
        label="Or choose it from the list"
        nothing="No neighbourhood chosen"
        groups={groups}
      />
      <Radios
        field={fields.connection}
        legend="How do you belong there?"
        items={connections.map((value) => ({ value, label: `I ${connectionWords[value]}` }))}
      />
      <Radios
        field={fields.ageBand}
        legend="How old are you?"
        hint="We do not ask for your date of birth."
        items={[
          ...(hasAgeBand ? [] : [tooYoung]),
          ...ageBands.map((value) => ({ value, label: ageBandWords[value] })),
        ]}
      />
      <Button>Save and continue</Button>
    </form>
  );
}
