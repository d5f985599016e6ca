import { Form } from "@remix-run/react";
import { Button } from "./govuk/button.tsx";
import { plainField } from "./govuk/field.ts";
import { TextInput } from "./govuk/text-input.tsx";

interface SearchFormProps {
  action: string;
  label: string;
  hint?: string;
  words: string;
  /** Told each time the words change, where script is at work. */
  onWords?: ((words: string) => void) | undefined;
}

/** A search by address (`?q=`): works without script, can be kept and sent on. */
export function SearchForm({ action, label, hint, words, onWords }: SearchFormProps) {
  return (
    <Form className="sn-search" method="get" action={action} role="search">
      <TextInput
        field={plainField("q", words)}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        type="search"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onWords?.(event.target.value)}
      />
      <Button look="secondary">Search</Button>
    </Form>
  );
}
