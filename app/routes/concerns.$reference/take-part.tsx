import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

interface TakePartProps {
  id: string;
  reference: string;
  isOpen: boolean;
}

/** Adding oneself, while that counts for something; and hearing what comes of it. */
export function TakePart({ id, reference, isOpen }: TakePartProps) {
  return (
    <div className="sn-take-part">
      {isOpen ? (
        <Link className="govuk-button" role="button" to={paths.supportConcern(reference)}>
          This affects me too: add yourself
        </Link>
      ) : null}
      <form method="post" action={paths.follow()}>
        <input type="hidden" name="kind" value="concern" />
        <input type="hidden" name="subjectId" value={id} />
        <Button look="secondary">Follow this concern</Button>
      </form>
    </div>
  );
}
