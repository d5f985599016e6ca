import { Link } from "@remix-run/react";
import { DoorCard } from "#app/components/telephone.tsx";
import type { AdultCare } from "#app/domain/help/adult-care.ts";
import { doors } from "#app/domain/help/doors.ts";
import { paths } from "#app/paths.ts";

/** Those who may come to harm, or are harmed already. */
export function PeopleAtRisk({ adultCare }: { adultCare: readonly AdultCare[] }) {
  return (
    <>
      <section aria-labelledby="domestic-abuse">
        <h2 className="govuk-heading-l" id="domestic-abuse">
          Domestic abuse
        </h2>
        <DoorCard door={doors.domesticAbuse} />
        <p>
          <Link className="govuk-link" to={paths.domesticAbuse()}>
            More help with domestic abuse
          </Link>
          , for men and for LGBT+ people too, and how to keep what you read to yourself.
        </p>
      </section>
      <section aria-labelledby="struggling">
        <h2 className="govuk-heading-l" id="struggling">
          Thinking of suicide, or struggling to cope
        </h2>
        <p>Call 999 if a life is in danger now.</p>
        <DoorCard door={doors.samaritans} />
        <DoorCard door={doors.urgentMentalHealth} />
      </section>
      <Worried adultCare={adultCare} />
      <section aria-labelledby="missing">
        <h2 className="govuk-heading-l" id="missing">
          Somebody is missing
        </h2>
        <p>
          You do not have to wait 24 hours. Call 999 if they may be in danger, are a young child or could
          easily come to harm. Otherwise call 101.
        </p>
        <DoorCard door={doors.missingPeople} />
      </section>
    </>
  );
}

function Worried({ adultCare }: { adultCare: readonly AdultCare[] }) {
  return (
    <section aria-labelledby="worried">
      <h2 className="govuk-heading-l" id="worried">
        Worried about a child or an adult
      </h2>
      <p>Do not wait until you are sure. Call 999 if somebody is in danger now.</p>
      <h3 className="govuk-heading-m">A child</h3>
      <DoorCard door={doors.nspcc} />
      <DoorCard door={doors.childline} />
      <h3 className="govuk-heading-m">An adult who cannot keep themselves safe</h3>
      {adultCare.length === 0 ? (
        <p>Tell the adult social care team of the council where they live, or call 101.</p>
      ) : (
        adultCare.map(({ council, telephone, website }) => (
          <DoorCard
            key={council}
            door={{
              name: council,
              telephone,
              website,
              when: "Tell its adult social care team about abuse or neglect.",
            }}
          />
        ))
      )}
    </section>
  );
}
