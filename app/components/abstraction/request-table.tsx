import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { RequestState } from "#app/domain/abstraction/words.ts";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { authorityInWords, requestStateWords } from "./request-words.ts";
import { spanInWords } from "./span-words.ts";

export interface ShownRequest {
  id: string;
  post: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
  state: RequestState;
  authority: Role;
  isEmergency: boolean;
}

/** Requests for officers, by post and not by name. */
export function RequestTable({
  caption,
  rows,
  today,
}: {
  caption: string;
  rows: readonly ShownRequest[];
  today: Day;
}) {
  return (
    <DataTable
      caption={caption}
      columns={["When", "Post", "For", "State"]}
      rows={rows.map(({ id, post, startsAt, endsAt, code, state, authority, isEmergency }) => ({
        key: id,
        cells: [
          <Link key="when" className="govuk-link" to={paths.abstractions.request(id)}>
            {spanInWords({ startsAt, endsAt }, today)}
          </Link>,
          post,
          isEmergency ? `${code}, gone already` : code,
          state === "asked" ? `Waiting for: ${authorityInWords(authority)}` : requestStateWords[state],
        ],
      }))}
    />
  );
}
