import { Form } from "@remix-run/react";
import { categoryGroups } from "#app/components/concern/category-groups.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { paths } from "#app/paths.ts";
import type { PracticeQuery } from "./practice-query.ts";

export const PracticeSearch = ({ query }: { query: PracticeQuery }) => (
  <Form method="get" action={paths.practice()} role="search">
    <TextInput
      field={plainField("q", query.q)}
      label="Words"
      hint="Such as radio, or school. Spelling need not be exact."
      type="search"
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
    />
    <Select
      field={plainField("category", query.category ?? "")}
      label="Kind of problem"
      nothing="Every kind"
      groups={categoryGroups}
    />
    <Button>Search</Button>
  </Form>
);
