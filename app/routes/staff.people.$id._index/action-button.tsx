import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

interface ActionButtonProps {
  personId: string;
  intent: string;
  /** What the button is about, by the name the form has for it. */
  about?: { name: string; id: string };
  words: string;
  /** Read out after the words, where several buttons say the same. */
  hidden?: string;
  look?: "secondary" | "plain";
}

/** A button that asks one thing of a person's page. */
export function ActionButton({ personId, intent, about, words, hidden, look = "plain" }: ActionButtonProps) {
  return (
    <form method="post" action={paths.staff.person(personId)} noValidate>
      <input type="hidden" name="intent" value={intent} />
      {about === undefined ? null : <input type="hidden" name={about.name} value={about.id} />}
      <Button look={look}>
        {words}
        {hidden === undefined ? null : <span className="govuk-visually-hidden"> {hidden}</span>}
      </Button>
    </form>
  );
}
