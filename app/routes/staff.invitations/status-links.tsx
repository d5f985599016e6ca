import { Link } from "@remix-run/react";
import { invitationStatuses, type InvitationStatus } from "#app/domain/member/invitation.ts";
import { paths } from "#app/paths.ts";

export const statusWords: Readonly<Record<InvitationStatus, string>> = {
  waiting: "Waiting",
  accepted: "Accepted",
  expired: "Expired",
  withdrawn: "Withdrawn",
};

/** The four lists there are. */
export function StatusLinks({ status }: { status: InvitationStatus }) {
  return (
    <nav aria-label="Invitations by what became of them">
      <ul className="sn-staff__links">
        {invitationStatuses.map((one) => (
          <li key={one}>
            <Link
              className="sn-staff__link"
              aria-current={one === status ? "page" : undefined}
              to={`${paths.staff.invitations()}?status=${one}`}
            >
              {statusWords[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
