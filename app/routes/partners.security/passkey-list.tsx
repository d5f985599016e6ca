import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { paths } from "#app/paths.ts";

interface ShownPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

interface PasskeyListProps {
  passkeys: readonly ShownPasskey[];
  fieldOf: (id: string) => Field;
}

/** Every passkey with when it was made and last used, to rename or remove. */
export function PasskeyList({ passkeys, fieldOf }: PasskeyListProps) {
  if (passkeys.length === 0) return <p>You have none.</p>;
  return (
    <ul className="govuk-list">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => {
        const field = fieldOf(id);
        return (
          <li key={id}>
            <strong>{name}</strong>
            <br />
            Added {momentInWords(createdAt)}
            {lastUsedAt === null ? "" : `, last used ${momentInWords(lastUsedAt)}`}
            {field.errors === undefined ? (
              <Details summary={`Rename or remove ${name}`}>
                <PasskeyForm id={id} name={name} field={field} />
              </Details>
            ) : (
              <PasskeyForm id={id} name={name} field={field} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function PasskeyForm({ id, name, field }: { id: string; name: string; field: Field }) {
  // Field by field: what a form gives is read when asked for, and would not be copied.
  const { id: inputId, errors, errorId, descriptionId } = field;
  return (
    <form method="post" action={paths.partners.security()}>
      <input type="hidden" name="id" value={id} />
      <TextInput
        field={{ id: inputId, errors, errorId, descriptionId, name: "name", initialValue: name }}
        label={`Name of ${name}`}
        width={20}
      />
      <div className="govuk-button-group">
        <Button name="intent" value="rename">
          Rename
        </Button>
        <Button look="secondary" name="intent" value="remove">
          Remove
        </Button>
      </div>
    </form>
  );
}
