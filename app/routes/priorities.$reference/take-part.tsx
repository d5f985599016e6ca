import { FollowForm } from "#app/components/following/follow-form.tsx";
import { paths } from "#app/paths.ts";
import { Link } from "@remix-run/react";
import type { ShownEngagement } from "./shown-engagement.server.ts";

interface TakePartProps {
  reference: string;
  slug: string;
  ahead: ShownEngagement["ahead"];
}

/** How to take part: what anybody can come to, how to be told, and how to say something. */
export function TakePart({ reference, slug, ahead }: TakePartProps) {
  return (
    <section aria-labelledby="take-part">
      <h2 className="govuk-heading-l" id="take-part">
        How to take part
      </h2>
      {ahead.length === 0 ? null : (
        <ul className="sn-involved">
          {ahead.map(({ what, when, details }) => (
            <li key={`${what} ${when}`}>
              <p>
                <strong>{what}</strong>, {when}
              </p>
              {details.map((detail) => (
                <p key={detail}>{detail}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link className="govuk-link" to={paths.messageTeam(slug)}>
          Tell the team something about it
        </Link>
        , or meet them:{" "}
        <Link className="govuk-link" to={paths.meetings(slug)}>
          meetings and drop-ins
        </Link>
        .
      </p>
      <div className="sn-no-print">
        <FollowForm kind="priority" reference={reference} />
      </div>
    </section>
  );
}
