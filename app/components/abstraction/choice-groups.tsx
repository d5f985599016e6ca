import type { ReactNode } from "react";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { describedBy, type Field } from "#app/components/govuk/field.ts";
import { RadioItem } from "#app/components/govuk/radio-item.tsx";

export interface ChoiceGroup {
  words: string;
  items: readonly { value: string; label: string; hint?: string }[];
}

interface ChoiceGroupsProps {
  field: Field;
  legend: ReactNode;
  /** What stands there at once. */
  first: ChoiceGroup["items"];
  /** What is one tap further, opened where the choice is in it. */
  more: { words: string; groups: readonly ChoiceGroup[] };
}

/** One choice of many: the likeliest at once, the rest in groups under one line. Big targets, for a thumb. */
export function ChoiceGroups({ field, legend, first, more }: ChoiceGroupsProps) {
  const rest = more.groups.filter(({ items }) => items.length > 0);
  const isInRest = rest.some(({ items }) => items.some(({ value }) => value === field.initialValue));
  const restBegins = first.length === 0;
  return (
    <div className={field.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field, false)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <ErrorMessage field={field} />
        <Choices field={field} items={first} isFirst />
        {rest.length === 0 ? null : (
          <details className="govuk-details sn-choices" open={isInRest || restBegins}>
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">{more.words}</span>
            </summary>
            {rest.map((group, index) => (
              <div key={group.words} role="group" aria-label={group.words}>
                <p className="sn-choices__group" aria-hidden="true">
                  {group.words}
                </p>
                <Choices field={field} items={group.items} isFirst={restBegins && index === 0} />
              </div>
            ))}
          </details>
        )}
      </fieldset>
    </div>
  );
}

function Choices({ field, items, isFirst }: { field: Field; items: ChoiceGroup["items"]; isFirst: boolean }) {
  return (
    <div className="govuk-radios sn-choices__list">
      {items.map(({ value, label, hint }, index) => (
        <RadioItem
          key={value}
          field={field}
          id={isFirst && index === 0 ? field.id : `${field.id}-${value}`}
          value={value}
          label={label}
          hint={hint}
        />
      ))}
    </div>
  );
}
