import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import type { MemberKind } from "#app/domain/account/account.ts";
import type { InvitationStatus } from "#app/domain/member/invitation.ts";
import { memberKindWords } from "#app/domain/member/member.ts";
import { paths } from "#app/paths.ts";
import { statusWords } from "./status-links.tsx";

interface ShownInvitation {
  id: string;
  kind: MemberKind;
  email: string | null;
  agency: string | null;
  area: string;
  memberId: string | null;
  memberName: string | null;
  isMine: boolean;
  inviterName: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

const whenWords: Readonly<Record<InvitationStatus, string>> = {
  waiting: "Until",
  accepted: "Accepted",
  expired: "Expired",
  withdrawn: "Withdrawn",
};

/** Invitations of one status, mine first. */
export function InvitationTable({
  status,
  rows,
}: {
  status: InvitationStatus;
  rows: readonly ShownInvitation[];
}) {
  if (rows.length === 0) return <p>There are none.</p>;
  const isWaiting = status === "waiting";
  return (
    <DataTable
      caption={statusWords[status]}
      columns={["Who", "As", "Area", "Invited by", whenWords[status], ...(isWaiting ? ["What to do"] : [])]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Who key="who" row={row} />,
          row.agency === null
            ? memberKindWords[row.kind].name
            : `${memberKindWords[row.kind].name}, ${row.agency}`,
          row.area,
          row.isMine ? "You" : (row.inviterName ?? "Somebody who left"),
          momentInWords(row.acceptedAt ?? row.withdrawnAt ?? row.expiresAt),
          ...(isWaiting ? [<WhatToDo key="do" row={row} />] : []),
        ],
      }))}
    />
  );
}

function Who({ row: { email, memberId, memberName } }: { row: ShownInvitation }) {
  if (memberId === null) return <span className="sn-break">{email ?? "Address erased"}</span>;
  return (
    <>
      <Link className="govuk-link" to={paths.staff.member(memberId)}>
        {memberName ?? "A former member"}
      </Link>
      {email === null ? "" : ", a way back"}
    </>
  );
}

function WhatToDo({ row: { id, email, memberName } }: { row: ShownInvitation }) {
  const whose = memberName ?? email ?? "this invitation";
  return (
    <form method="post" action={paths.staff.invitations()}>
      <input type="hidden" name="id" value={id} />
      <Button look="plain" name="intent" value="send-again">
        Send again<span className="govuk-visually-hidden"> to {whose}</span>
      </Button>{" "}
      <Button look="plain" name="intent" value="withdraw">
        Withdraw<span className="govuk-visually-hidden"> from {whose}</span>
      </Button>
    </form>
  );
}
