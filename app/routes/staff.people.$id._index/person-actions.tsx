import { Link } from "@remix-run/react";
import type { AccountKind, AccountStatus } from "#app/domain/account/account.ts";
import { paths } from "#app/paths.ts";
import { ActionButton } from "./action-button.tsx";

interface PersonActionsProps {
  person: { id: string; kind: AccountKind; status: AccountStatus; personId: string | null };
  isSelf: boolean;
  sessions: number;
}

/** What an administrator may do with the account as a whole; what gives roles is not for one's own. */
export function PersonActions({
  person: { id, kind, status, personId },
  isSelf,
  sessions,
}: PersonActionsProps) {
  if (status === "closed")
    return <ActionButton personId={id} intent="reopen" words="Open the account again" look="secondary" />;
  return (
    <div className="sn-staff__actions">
      {kind !== "staff" || isSelf ? null : (
        <>
          <Link
            className={status === "waiting" ? "govuk-button" : "govuk-button govuk-button--secondary"}
            to={paths.staff.personPost(id)}
          >
            Link to a post
          </Link>
          <Link className="govuk-button govuk-button--secondary" to={paths.staff.personRole(id)}>
            Give a role
          </Link>
        </>
      )}
      {kind !== "staff" || status !== "active" ? null : (
        <Link className="govuk-button govuk-button--secondary" to={paths.staff.personAbsence(id)}>
          Record an absence
        </Link>
      )}
      {personId === null ? null : <ActionButton personId={id} intent="unlink" words="Remove the link" />}
      {sessions === 0 ? null : <ActionButton personId={id} intent="end-sessions" words="End all sessions" />}
      {isSelf ? null : (
        <Link className="govuk-link" to={paths.staff.personClose(id)}>
          Close the account
        </Link>
      )}
    </div>
  );
}
