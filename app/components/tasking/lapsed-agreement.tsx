import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { lapsedTitle } from "#app/components/site/error-pages.ts";
import { lapsedInWords, lapsedMeans, type Lapsed } from "#app/domain/agreement/lapsed-words.ts";

interface LapsedAgreementProps {
  /** The agreement that ended last, or waits to be signed; null for an agency that is party to none. */
  agreement: Lapsed | null;
  /** Whether it stands in the place of a whole page, whose heading it then is. */
  isPage?: boolean;
  /** Whether their agency goes on by another agreement, and it is not known what was looked for. */
  isPart?: boolean;
}

/** Says of which agreements joint work is closed to a partner while others hold, so that nothing is missing without a word. */
export const LapsedBesides = ({ agreements }: { agreements: readonly Lapsed[] }) => (
  <>
    {agreements.map((agreement) => (
      <WarningText key={agreement.reference}>
        {lapsedInWords(agreement)} {lapsedMeans}
      </WarningText>
    ))}
  </>
);

/** Says plainly to a partner why they see no joint work, since when, whom to ask and what they still can do. */
export function LapsedAgreement({ agreement, isPage = false, isPart = false }: LapsedAgreementProps) {
  const Heading = isPage ? "h1" : "h2";
  const Part = isPage ? "h2" : "h3";
  return (
    <section aria-labelledby="lapsed-agreement">
      <Heading className={isPage ? "govuk-heading-l" : "govuk-heading-m"} id="lapsed-agreement">
        {lapsedTitle}
      </Heading>
      <WarningText>
        {agreement === null
          ? "Your agency is party to no information-sharing agreement."
          : lapsedInWords(agreement)}
      </WarningText>
      {isPart ? (
        <p>
          What you looked for may belong to it, or not be there at all. The joint work that your agency does
          by another agreement is open, on your own page.
        </p>
      ) : null}
      <p>
        Without an agreement in force, the police may not share joint work with your agency. Meetings, minutes
        and actions open again by themselves when it is signed. Nothing of them is lost.
      </p>
      <Part className="govuk-heading-s">Whom to ask</Part>
      <p>
        Ask whoever leads on information sharing in your agency, or the police officer who works with you.
        They can reach the records team of the police, who keep the agreements
        {agreement === null ? null : (
          <>
            : say its reference, <span className="sn-nowrap">{agreement.reference}</span>
          </>
        )}
        .
      </p>
      <Part className="govuk-heading-s">What you still can do</Part>
      <p>
        You can sign in, change how you sign in, and see what we hold about you. What residents can read is
        open to you as to everybody.
      </p>
    </section>
  );
}
