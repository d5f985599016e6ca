import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { categoryWords, concernCategories } from "#app/domain/concern/categories.ts";
import { listedStates, listedStateWords, type ActionFilter } from "#app/domain/tasking/action-filter.ts";
import { paths } from "#app/paths.ts";

interface FilterFormProps {
  filter: ActionFilter;
  groups: readonly { code: string; name: string }[];
  agencies: readonly { code: string; name: string }[];
}

const single = (items: readonly { value: string; words: string }[]) => [{ label: "", items }];
const named = (things: FilterFormProps["groups"]) =>
  single(things.map(({ code, name }) => ({ value: code, words: name })));

/** Narrows the list of actions; all of it stands in the address. */
export function FilterForm({ filter, groups, agencies }: FilterFormProps) {
  return (
    <Form className="sn-staff__filters" method="get" action={paths.tasking.actions()}>
      <Select
        field={plainField("state", filter.state === "open" ? "" : filter.state)}
        label="State"
        nothing={listedStateWords.open}
        groups={single(
          listedStates
            .filter((state) => state !== "open")
            .map((value) => ({ value, words: listedStateWords[value] })),
        )}
      />
      <Select field={plainField("group", filter.group ?? "")} label="Group" nothing="Any" groups={named(groups)} />
      <Select
        field={plainField("agency", filter.agency ?? "")}
        label="Agency"
        nothing="Any"
        groups={named(agencies)}
      />
      <Select
        field={plainField("theme", filter.theme ?? "")}
        label="Theme"
        nothing="Any"
        groups={single(concernCategories.map((value) => ({ value, words: categoryWords[value].name })))}
      />
      <Checkboxes
        field={plainField("mine", filter.isMine ? "yes" : "")}
        legend={<span className="govuk-visually-hidden">Whose</span>}
        items={[{ value: "yes", label: "Mine only" }]}
      />
      <Button look="secondary">Show</Button>
    </Form>
  );
}
