import { DoorCard } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";

/** Crime that has doors of its own. */
export function Crime() {
  return (
    <>
      <section aria-labelledby="hate-crime">
        <h2 className="govuk-heading-l" id="hate-crime">
          Hate crime
        </h2>
        <p>
          It is a hate crime when somebody is targeted for their race, religion, sexual orientation,
          disability or because they are transgender. Call 101, or 999 if it is happening now. You can report
          it for somebody else.
        </p>
        <DoorCard door={doors.hateCrime} />
      </section>
      <section aria-labelledby="fraud">
        <h2 className="govuk-heading-l" id="fraud">
          Fraud and cyber crime
        </h2>
        <p>
          If you sent money or gave your card’s details, call your bank first. Call 999 if the fraudster is
          with you now.
        </p>
        <DoorCard door={doors.fraud} />
      </section>
      <section aria-labelledby="without-your-name">
        <h2 className="govuk-heading-l" id="without-your-name">
          Tell what you know without giving your name
        </h2>
        <DoorCard door={doors.crimestoppers} />
        <p>They pass on what you know, never who you are. They are not there for emergencies.</p>
      </section>
    </>
  );
}
