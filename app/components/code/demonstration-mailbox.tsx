import { Link } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { useSite } from "#app/components/site/site.ts";
import { paths } from "#app/paths.ts";

/** No mail leaves a demonstration: where to read it instead. */
export function DemonstrationMailbox() {
  if (useSite()?.isDemonstration !== true) return null;
  return (
    <InsetText>
      This is a demonstration and sends no real mail. Read the message in{" "}
      <Link className="govuk-link" to={paths.demo.mail()}>
        its mailbox
      </Link>
      .
    </InsetText>
  );
}
