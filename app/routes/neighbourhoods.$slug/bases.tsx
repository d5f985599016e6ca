import type { Base } from "#db/queries/team.ts";

/** The stations and shared offices that residents may visit. */
export function Bases({ bases }: { bases: readonly Base[] }) {
  if (bases.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">Where to visit</h3>
      {bases.map(({ code, name, address, postcode, openingHours, sharedWith }) => (
        <div key={code} className="sn-base">
          <p className="sn-base__name">
            <strong>{name}</strong>
          </p>
          <p>
            {address}
            {postcode === null ? "" : `, ${postcode}`}
          </p>
          <p>
            {openingHours === null ? "Call before you visit: opening times are not published." : openingHours}
          </p>
          {sharedWith === null ? null : <p className="sn-quiet">Shared with {sharedWith}.</p>}
        </div>
      ))}
    </>
  );
}
