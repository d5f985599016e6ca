import { Button } from "#app/components/govuk/button.tsx";
import type { Opening } from "#app/domain/tasking/opening.ts";
import { paths } from "#app/paths.ts";

interface OpenFormProps {
  reference: string;
  opening: Opening;
}

/** Opens a meeting. Before its day that is not the first thing to do, and cannot be taken back. */
export const OpenForm = ({ reference, opening }: OpenFormProps) => (
  <form method="post" action={paths.tasking.meeting(reference)} noValidate>
    {opening === "early" ? (
      <p>Open it when it begins: an open meeting is not moved or cancelled any more.</p>
    ) : null}
    <Button name="intent" value="open" look={opening === "early" ? "secondary" : "primary"}>
      Open the meeting
    </Button>
  </form>
);
