import { Form } from "@remix-run/react";
import { categoryGroups } from "#app/components/concern/category-groups.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { searchStages, searchStageWords } from "#app/domain/concern/search-stage.ts";
import { paths } from "#app/paths.ts";
import type { SearchQuery } from "./search-query.ts";

interface SearchFieldsProps {
  query: SearchQuery;
  groups: Parameters<typeof Select>[0]["groups"];
}

const stages = [
  { label: "", items: searchStages.map((value) => ({ value, words: searchStageWords[value] })) },
];

export function SearchFields({ query, groups }: SearchFieldsProps) {
  return (
    <Form method="get" action={paths.search()} role="search">
      <TextInput
        field={plainField("q", query.q)}
        label="Words"
        hint="Such as speeding, or the name of a park. Spelling need not be exact."
        type="search"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
      />
      <Select
        field={plainField("neighbourhood", query.neighbourhood)}
        label="Neighbourhood"
        nothing="All neighbourhoods"
        groups={groups}
      />
      <Select
        field={plainField("category", query.category ?? "")}
        label="What it is about"
        nothing="Everything"
        groups={categoryGroups}
      />
      <Select
        field={plainField("stage", query.stage ?? "")}
        label="Where it stands"
        nothing="Any stage"
        groups={stages}
      />
      <Button>Search</Button>
    </Form>
  );
}
