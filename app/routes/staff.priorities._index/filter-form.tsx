import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import type { AreaChoices } from "#app/domain/priority/area-choices.ts";
import { openStates } from "#app/domain/priority/open.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import { paths } from "#app/paths.ts";

interface FilterFormProps {
  areas: AreaChoices;
  chosen: { area: string; theme: string; stage: string; isLateOnly: boolean; order: string };
}

const single = (items: readonly { value: string; words: string }[]) => [{ label: "", items }];

/** Narrows and orders the overview; all of it stands in the address. */
export function FilterForm({ areas, chosen }: FilterFormProps) {
  return (
    <Form className="sn-staff__filters" method="get" action={paths.staff.priorities()}>
      <Select field={plainField("area", chosen.area)} label="Area" nothing="All of yours" groups={areas} />
      <Select
        field={plainField("theme", chosen.theme)}
        label="Theme"
        nothing="Any"
        groups={single(concernCategories.map((value) => ({ value, words: categoryWords[value].name })))}
      />
      <Select
        field={plainField("stage", chosen.stage)}
        label="Stage"
        nothing="Any"
        groups={single(
          [...openStates, "declined-by-force" as const].map((value) => ({
            value,
            words: priorityStateWords[value],
          })),
        )}
      />
      <Select
        field={plainField("order", chosen.order === "late" ? "" : chosen.order)}
        label="Order"
        nothing="Late first"
        groups={single([
          { value: "age", words: "Oldest first" },
          { value: "place", words: "By neighbourhood" },
        ])}
      />
      <Checkboxes
        field={plainField("late", chosen.isLateOnly ? "on" : "")}
        legend={<span className="govuk-visually-hidden">Lateness</span>}
        items={[{ value: "on", label: "Late only" }]}
      />
      <Button look="secondary">Show</Button>
    </Form>
  );
}
