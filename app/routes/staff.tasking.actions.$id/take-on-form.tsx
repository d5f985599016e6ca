import { Button } from "#app/components/govuk/button.tsx";

interface TakeOnFormProps {
  version: number;
  to: string;
}

/** An action of the police that no officer has yet: whoever does it says so with one tap. */
export const TakeOnForm = ({ version, to }: TakeOnFormProps) => (
  <form method="post" action={to}>
    <p>No officer has this action yet. Once it is yours, it stands first in your list of actions.</p>
    <input type="hidden" name="version" value={version} />
    <Button name="intent" value="take-on">
      I will do it
    </Button>
  </form>
);
