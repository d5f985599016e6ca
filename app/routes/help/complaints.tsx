import { DoorCard } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";
import type { ForceName } from "./force-name.ts";

export function Complaints({ force }: { force: ForceName | null }) {
  return (
    <section aria-labelledby="complaints">
      <h2 className="govuk-heading-l" id="complaints">
        Complain about the police
      </h2>
      <p>
        Complain to the force itself: call 101
        {force?.website == null ? (
          ""
        ) : (
          <>
            {" "}
            or go to the website of{" "}
            <a className="govuk-link" href={force.website}>
              {force.name}
            </a>
          </>
        )}
        . A department of its own, usually called professional standards, deals with it.
      </p>
      <DoorCard door={doors.policeComplaints} />
      <p>
        We take no complaints about the police here and keep none. A complaint is not seen by your
        neighbourhood team as a concern.
      </p>
    </section>
  );
}
