import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { DoorCard, Telephone } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";
import type { ForceName } from "./force-name.ts";

export function NotAnEmergency({ force }: { force: ForceName | null }) {
  return (
    <section aria-labelledby="not-an-emergency">
      <h2 className="govuk-heading-l" id="not-an-emergency">
        It is not an emergency
      </h2>
      <DoorCard door={doors.police} />
      <p>
        If you are deaf, or cannot hear or speak on the telephone, call{" "}
        <Telephone number={doors.policeRelay.telephone} /> with the Relay UK app or a textphone.
      </p>
      {force?.website == null ? null : (
        <p>
          Or go to the website of{" "}
          <a className="govuk-link" href={force.website}>
            {force.name}
          </a>
          .
        </p>
      )}
      <InsetText>
        Do not report a crime on this website. Nobody reads it day and night, and nothing here takes the place
        of a call.
      </InsetText>
    </section>
  );
}
