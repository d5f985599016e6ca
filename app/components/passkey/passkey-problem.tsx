/** Why a passkey did not work, read out as it comes. */
export function PasskeyProblem({ words }: { words: string | null }) {
  return (
    <div role="alert">
      {words === null ? null : (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {words}
        </p>
      )}
    </div>
  );
}
