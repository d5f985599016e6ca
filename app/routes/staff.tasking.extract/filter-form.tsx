import { Form } from "@remix-run/react";
import { categoryGroups } from "#app/components/concern/category-groups.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { paths } from "#app/paths.ts";
import type { areaChoicesOf } from "./area-choices.ts";

interface FilterFormProps {
  areas: ReturnType<typeof areaChoicesOf>;
  chosen: { theme: string; area: string };
}

/** Narrows the extract; all of it stands in the address. */
export const FilterForm = ({ areas, chosen }: FilterFormProps) => (
  <Form className="sn-staff__filters sn-no-print" method="get" action={paths.tasking.extract()}>
    <Select field={plainField("theme", chosen.theme)} label="Theme" nothing="Any" groups={categoryGroups} />
    <Select field={plainField("area", chosen.area)} label="Area" nothing="All of yours" groups={areas} />
    <Button look="secondary">Show</Button>
  </Form>
);
