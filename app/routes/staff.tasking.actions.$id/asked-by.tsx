import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface AskedByProps {
  name: string;
  group: { code: string; name: string; isRead: boolean };
  priority: { reference: string; title: string; isPlanRead: boolean } | null;
}

/** Which group gave an action and what for, with a link to what of it the reader may open. */
export const AskedBy = ({ name, group, priority }: AskedByProps) => (
  <>
    {name} of{" "}
    {group.isRead ? (
      <Link className="govuk-link" to={paths.tasking.group(group.code)}>
        {group.name}
      </Link>
    ) : (
      group.name
    )}
    {priority === null ? null : (
      <>
        , for{" "}
        {priority.isPlanRead ? (
          <Link className="govuk-link" to={paths.staff.planActions(priority.reference)}>
            {priority.title}
          </Link>
        ) : (
          priority.title
        )}
      </>
    )}
  </>
);
