import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { ShutWhy } from "#app/domain/agreement/standing.ts";
import type { Day } from "#app/domain/team/day.ts";

interface LapsedAgreementProps {
  /** The agreement that ended last, or waits to be signed; null for an agency that is party to none. */
  agreement: { reference: string; title: string; since: Day; why: ShutWhy } | null;
}

const endWords: Readonly<Record<ShutWhy, (since: string) => string>> = {
  expired: (since) => `lapsed on ${since}, because it was not reviewed in time`,
  terminated: (since) => `was ended on ${since}`,
  left: (since) => `no longer has your agency as a party since ${since}`,
  unsigned: (since) => `is not in force for your agency: it was drafted on ${since}, and waits to be signed or to begin`,
};

/** Says plainly to a partner why they see no joint work, since when, whom to ask and what they still can do. */
export function LapsedAgreement({ agreement }: LapsedAgreementProps) {
  return (
    <section aria-labelledby="lapsed-agreement">
      <h2 className="govuk-heading-m" id="lapsed-agreement">
        Your joint work is closed for now
      </h2>
      <WarningText>
        {agreement === null
          ? "Your agency is party to no information-sharing agreement."
          : `The information-sharing agreement “${agreement.title}” (${agreement.reference}) ${endWords[agreement.why](dayInWords(agreement.since))}.`}
      </WarningText>
      <p>
        Without an agreement in force, the police may not share joint work with your agency. Meetings, minutes
        and actions open again by themselves when it is signed. Nothing of them is lost.
      </p>
      <h3 className="govuk-heading-s">Whom to ask</h3>
      <p>
        Ask whoever leads on information sharing in your agency, or the police officer who works with you. They
        can reach the records team of the police, who keep the agreements
        {agreement === null ? "" : `: say its reference, ${agreement.reference}`}.
      </p>
      <h3 className="govuk-heading-s">What you still can do</h3>
      <p>
        You can sign in, change how you sign in, and see what we hold about you. What residents can read is open
        to you as to everybody.
      </p>
    </section>
  );
}
