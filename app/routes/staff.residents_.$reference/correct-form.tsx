import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { ageBands, connections } from "#app/domain/account/account.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";

interface CorrectFormProps {
  reference: string;
  fields: Record<"connection" | "ageBand", Field>;
}

export function CorrectForm({ reference, fields }: CorrectFormProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Put it right</h2>
      <p>If the neighbourhood is wrong, erase them as entered by mistake and enter them anew.</p>
      <form method="post" action={paths.staff.resident(reference)} noValidate>
        <input type="hidden" name="intent" value="correct" />
        <Radios
          field={fields.connection}
          legend="What do they say they do?"
          items={connections.map((value) => ({ value, label: `They ${connectionWords[value]}` }))}
        />
        <Radios
          field={fields.ageBand}
          legend="How old are they?"
          items={ageBands.map((value) => ({ value, label: ageBandWords[value] }))}
        />
        <Button>Save</Button>
      </form>
    </>
  );
}
