import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { roles } from "#app/domain/access.ts";
import { accountKindWords, accountStatusWords } from "#app/domain/account/account-words.ts";
import { areaInWords, type NamedArea } from "#app/domain/account/area-words.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { paths } from "#app/paths.ts";

interface FilterFormProps {
  areas: readonly NamedArea[];
  chosen: { kind: string; status: string; role: string; area: string };
}

// Those that nobody on these pages holds.
const others = ["visitor", "resident"];

const kinds = [
  { value: "staff", words: accountKindWords.staff },
  { value: "member", words: accountKindWords.member },
];

const single = (items: readonly { value: string; words: string }[]) => [{ label: "", items }];

/** Narrows the list by what is in nobody's name, so that the address may hold it. */
export function FilterForm({ areas, chosen }: FilterFormProps) {
  const ofKind = (label: string, wanted: NamedArea["kind"]) => ({
    label,
    items: areas.flatMap(({ kind, id, name }) =>
      kind === wanted && id !== null ? [{ value: `${kind}:${id}`, words: areaInWords({ kind, name }) }] : [],
    ),
  });
  return (
    <Form className="sn-staff__filters" method="get" action={paths.staff.people()}>
      <Select field={plainField("kind", chosen.kind)} label="Kind" nothing="Any" groups={single(kinds)} />
      <Select
        field={plainField("status", chosen.status)}
        label="State"
        nothing={accountStatusWords.active}
        groups={single([{ value: "closed", words: accountStatusWords.closed }])}
      />
      <Select
        field={plainField("role", chosen.role)}
        label="Role today"
        nothing="Any"
        groups={single(
          roles
            .filter((role) => !others.includes(role))
            .map((role) => ({ value: role, words: roleWords[role] })),
        )}
      />
      <Select
        field={plainField("area", chosen.area)}
        label="Area today"
        nothing="Any"
        groups={[
          ofKind("BCUs", "bcu"),
          ofKind("Sections", "section"),
          ofKind("Partnerships", "partnership"),
          ofKind("Teams", "team"),
        ]}
      />
      <Button look="secondary">Show</Button>
    </Form>
  );
}
