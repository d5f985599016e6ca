import { Link } from "@remix-run/react";
import { FollowForm } from "#app/components/following/follow-form.tsx";
import { paths } from "#app/paths.ts";

interface TakePartProps {
  reference: string;
  isOpen: boolean;
}

/** Adding oneself, while that counts for something; and hearing what comes of it. */
export function TakePart({ reference, isOpen }: TakePartProps) {
  return (
    <div className="sn-take-part">
      {isOpen ? (
        <Link className="govuk-button" role="button" to={paths.supportConcern(reference)}>
          This affects me too: add yourself
        </Link>
      ) : null}
      <FollowForm kind="concern" reference={reference} />
    </div>
  );
}
