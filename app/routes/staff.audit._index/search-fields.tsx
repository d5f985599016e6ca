import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField, type Field } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { auditActions } from "#app/domain/audit/actions.ts";
import { paths } from "#app/paths.ts";
import { PlainDate } from "./plain-date.tsx";

interface SearchFieldsProps {
  /** What was typed, by the name it has in the address. */
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** The person whose acts are shown, where one was picked on their page. */
  actor: { id: string; name: string | null } | null;
  neighbourhoods: readonly { value: string; words: string }[];
}

/** A field of the search with what is wrong with it. */
export const auditField = (
  name: string,
  { typed, errors }: Pick<SearchFieldsProps, "typed" | "errors">,
): Field => ({
  ...plainField(name, typed[name]),
  errors: errors[name] === undefined ? undefined : [errors[name]],
});

const dateOf = (typed: SearchFieldsProps["typed"], name: string) => ({
  day: typed[`${name}-day`] ?? "",
  month: typed[`${name}-month`] ?? "",
  year: typed[`${name}-year`] ?? "",
});

const actions = Object.entries(auditActions)
  .map(([value, words]) => ({ value, words }))
  .sort((a, b) => a.words.localeCompare(b.words, "en-GB"));

/** The search of the audit record. It stands in the address, so it takes ids and never a name. */
export function SearchFields({ typed, errors, actor, neighbourhoods }: SearchFieldsProps) {
  const field = (name: string) => auditField(name, { typed, errors });
  return (
    <Form method="get" action={paths.staff.audit()}>
      {actor === null ? null : (
        <p>
          <input type="hidden" name="actor" value={actor.id} />
          Only what <strong>{actor.name ?? "one person"}</strong> did.{" "}
          <Link className="govuk-link" to={paths.staff.audit()}>
            Show everybody
          </Link>
        </p>
      )}
      <div className="sn-staff__filters">
        <PlainDate field={field("from")} legend="From" typed={dateOf(typed, "from")} />
        <PlainDate field={field("to")} legend="To" typed={dateOf(typed, "to")} />
      </div>
      <div className="sn-staff__filters">
        <Select
          field={field("action")}
          label="What was done"
          nothing="Anything"
          groups={[{ label: "", items: actions }]}
        />
        <Select
          field={field("neighbourhood")}
          label="Neighbourhood"
          nothing="Any"
          groups={[{ label: "", items: neighbourhoods }]}
        />
        <TextInput field={field("subject")} label="About (id or reference)" width={20} autoComplete="off" />
        <Button>Search</Button>
      </div>
    </Form>
  );
}
