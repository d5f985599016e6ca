/** The administrators by name, for somebody who cannot wait. */
export function WhoToAsk({ administrators }: { administrators: readonly string[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">If it takes too long</h2>
      {administrators.length === 0 ? (
        <p>Ask whoever looks after this service in your force.</p>
      ) : (
        <>
          <p>Ask an administrator of this service:</p>
          <ul className="govuk-list govuk-list--bullet">
            {administrators.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** How the first administrator of a new installation is made: nobody is there yet who could do it on a page. */
export function FirstAdministrator({ identity }: { identity: { issuer: string; subject: string } }) {
  return (
    <>
      <h2 className="govuk-heading-m">If you are setting up this service</h2>
      <p>There is no administrator yet. Whoever runs the server makes you the first one with this command:</p>
      <p>
        <code>
          npm run data -- people make-administrator {identity.issuer} {identity.subject}
        </code>
      </p>
    </>
  );
}
