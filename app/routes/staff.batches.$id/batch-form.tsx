import { Button } from "#app/components/govuk/button.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { describedBy, type Field } from "#app/components/govuk/field.ts";
import type { Keying } from "#app/domain/ballot/batch.ts";
import { paths } from "#app/paths.ts";

// An interface would want an index for every other name.
export type BatchFields = {
  rows: { reference: string; choices: string; isToBeTold: string }[];
};

interface BatchFormProps {
  id: string;
  keying: Keying;
  rows: readonly Record<"reference" | "choices" | "isToBeTold", Field>[];
  shortlist: readonly { number: number; title: string }[];
}

/** One entry of a batch: a row a paper, of which empty ones are left out. */
export function BatchForm({ id, keying, rows, shortlist }: BatchFormProps) {
  return (
    <form method="post" action={paths.staff.batch(id)} noValidate>
      <input type="hidden" name="keying" value={keying} />
      <h2 className="govuk-heading-m">{keying === "first" ? "First entry" : "Second entry"}</h2>
      <p>
        Row 1 is the paper on top. Enter the reference written on it and the numbers ticked, like 1 4 5. Leave
        spoilt papers out.
      </p>
      <ul className="govuk-list">
        {shortlist.map(({ number, title }) => (
          <li key={number}>
            {number}. {title}
          </li>
        ))}
      </ul>
      {rows.map((row, index) => (
        <Row key={row.reference.id} row={row} number={index + 1} />
      ))}
      <Button>{keying === "first" ? "Save the first entry" : "Save and compare"}</Button>
    </form>
  );
}

function Row({ row, number }: { row: BatchFormProps["rows"][number]; number: number }) {
  const { reference, choices, isToBeTold } = row;
  const hasErrors = reference.errors !== undefined;
  return (
    <fieldset
      className={`sn-vote__row${hasErrors ? " sn-vote__row--error" : ""}`}
      aria-describedby={describedBy(reference, false)}
    >
      <legend className="govuk-visually-hidden">{`Row ${number}`}</legend>
      <ErrorMessage field={reference} />
      <span className="sn-vote__row-number" aria-hidden>
        {number}
      </span>
      <label className="sn-vote__row-part">
        <span>Reference</span>
        <input
          className="govuk-input govuk-input--width-10"
          id={reference.id}
          name={reference.name}
          defaultValue={reference.initialValue}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </label>
      <label className="sn-vote__row-part">
        <span>Numbers</span>
        <input
          className="govuk-input govuk-input--width-10"
          id={choices.id}
          name={choices.name}
          defaultValue={choices.initialValue}
          autoComplete="off"
        />
      </label>
      <label className="sn-vote__row-told">
        <input
          id={isToBeTold.id}
          name={isToBeTold.name}
          type="checkbox"
          value="yes"
          defaultChecked={isToBeTold.initialValue === "yes"}
        />{" "}
        Tell them
      </label>
    </fieldset>
  );
}
