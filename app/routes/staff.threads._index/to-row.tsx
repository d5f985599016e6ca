import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { paths } from "#app/paths.ts";
import type { ListedThread } from "./listed-thread.ts";

const levelWords = { team: "The team", sergeant: "The sergeant", inspector: "The inspector" };

/** A thread as a row of the list: nothing of what was written. */
export const toRow = ({ id, reference, neighbourhood, clock, tone, level, isMine, state }: ListedThread) => ({
  key: id,
  cells: [
    <Link key="message" className="govuk-link sn-whole" to={paths.staff.thread(id)}>
      {reference}
    </Link>,
    neighbourhood,
    <Tag key="clock" tone={tone}>
      {clock}
    </Tag>,
    `${levelWords[level]}${isMine ? " (you)" : ""}`,
    state,
  ],
});
