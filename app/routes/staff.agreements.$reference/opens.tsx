interface OpensProps {
  groups: readonly { code: string; name: string }[];
  /** Whether it is in force today. */
  isInForce: boolean;
}

/** The groups whose joint work the agreement opens to its partners, and whether it does today. */
export function Opens({ groups, isInForce }: OpensProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What it opens</h2>
      {groups.length === 0 ? (
        <p>There is no tasking group that it covers.</p>
      ) : (
        <>
          <p>
            {isInForce
              ? "Partners who have signed read what these tasking groups ask of them, and the meetings they are asked to:"
              : "It opens nothing now. In force, it would open to partners what these tasking groups ask of them, and the meetings they are asked to:"}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {groups.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
