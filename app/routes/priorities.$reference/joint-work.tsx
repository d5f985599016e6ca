export interface ShownJoint {
  id: string;
  words: string;
}

/** What the police and their partners did together, each with its agency and its day. */
export function JointWork({ joint }: { joint: readonly ShownJoint[] }) {
  if (joint.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">Done by partners and the police together</h3>
      <ul className="sn-done">
        {joint.map(({ id, words }) => (
          <li key={id} id={id} className="sn-done__one">
            <p className="sn-done__line">{words}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
