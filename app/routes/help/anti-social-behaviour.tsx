import { derbyshireCaseReview } from "#app/domain/help/case-reviews.ts";

interface Review {
  council: string;
  address: string | null;
}

/** The right to have a case reviewed, and by whom. */
export function AntiSocialBehaviour({ caseReviews }: { caseReviews: readonly Review[] }) {
  return (
    <section aria-labelledby="anti-social-behaviour">
      <h2 className="govuk-heading-l" id="anti-social-behaviour">
        Anti-social behaviour that goes on and on
      </h2>
      <p>
        First report it, to the police on 101, to your council or to your landlord. If you did and it was not
        dealt with, you have the right to an ASB case review, once called the community trigger. Everybody who
        could help then looks at your case together.
      </p>
      {caseReviews.length === 0 ? (
        <p>Your local council runs it. Ask your council how many reports you need and how to apply.</p>
      ) : (
        <Councils caseReviews={caseReviews} />
      )}
    </section>
  );
}

function Councils({ caseReviews }: { caseReviews: readonly Review[] }) {
  const { name, address: countyPage } = derbyshireCaseReview;
  return (
    <>
      <p>
        You can ask for one after <strong>three or more related reports in six months</strong>, whoever you
        reported to. You can ask for somebody else if they agree. Your council runs it:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {caseReviews.map(({ council, address }) => (
          <li key={council}>
            {address === null ? (
              council
            ) : (
              <a className="govuk-link" href={address}>
                {council}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        All of them are explained by{" "}
        <a className="govuk-link" href={countyPage}>
          {name}
        </a>
        . Where a council has no link here, ask it for its form.
      </p>
    </>
  );
}
