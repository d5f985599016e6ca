import { stateLabel } from "#app/components/concern/state-label.ts";
import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import { concernSources, sourceWords } from "#app/domain/concern/sources.ts";
import { concernStates } from "#app/domain/concern/states.ts";
import { paths } from "#app/paths.ts";

interface FilterFormProps {
  groups: Parameters<typeof Select>[0]["groups"];
  chosen: { neighbourhood: string; state: string; category: string; source: string; late: string };
}

const single = <Value extends string>(values: readonly Value[], words: (value: Value) => string) => [
  { label: "", items: values.map((value) => ({ value, words: words(value) })) },
];

/** Narrows the queue by what is in nobody's words, so that the address may hold it. */
export function FilterForm({ groups, chosen }: FilterFormProps) {
  return (
    <Form className="sn-staff__filters" method="get" action={paths.staff.concerns()}>
      <Select
        field={plainField("neighbourhood", chosen.neighbourhood)}
        label="Neighbourhood"
        nothing="All of mine"
        groups={groups}
      />
      <Select
        field={plainField("state", chosen.state)}
        label="State"
        nothing="Waiting for somebody"
        groups={single(concernStates, stateLabel)}
      />
      <Select
        field={plainField("category", chosen.category)}
        label="About"
        nothing="Anything"
        groups={single(concernCategories, (category) => categoryWords[category].name)}
      />
      <Select
        field={plainField("source", chosen.source)}
        label="Came in"
        nothing="Any way"
        groups={single(concernSources, (source) => sourceWords[source])}
      />
      <Checkboxes
        field={plainField("late", chosen.late)}
        legend={<span className="govuk-visually-hidden">Clock</span>}
        items={[{ value: "yes", label: "Late only" }]}
      />
      <Button look="secondary">Show</Button>
    </Form>
  );
}
