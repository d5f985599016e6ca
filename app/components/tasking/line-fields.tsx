import type { FieldMetadata } from "@conform-to/react";
import { Details } from "#app/components/govuk/details.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

interface LineFieldsProps {
  fields: { publicLine: FieldMetadata<string>; withheldReason: FieldMetadata<string> };
  label?: string;
  /** Whose action it is, where the form is of one. */
  agency?: string;
}

const example = "repaired the lights on the rec";

/** What residents may read of an action that is done; or why they read nothing. */
export function LineFields({
  fields: { publicLine, withheldReason },
  label = "What may residents read of it?",
  agency,
}: LineFieldsProps) {
  const read = agency === undefined ? "it after the name of the agency" : `“${agency} ${example}”`;
  return (
    <>
      <Textarea
        field={publicLine}
        label={label}
        hint={`Begin with what was done, such as “${example}”. They read ${read}, with the day. The police look at it first. Name nobody.`}
        rows={2}
      />
      <Details
        summary="Residents should not read of it"
        isOpen={(withheldReason.initialValue ?? "") !== "" || withheldReason.errors !== undefined}
      >
        <Textarea field={withheldReason} label="Why not?" hint="Only the group reads this." rows={2} />
      </Details>
    </>
  );
}
