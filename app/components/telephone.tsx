import type { Door } from "#app/domain/help/doors.ts";

/** A number to call: in a sentence, or large to be hit by a shaking finger. */
export function Telephone({ number, look = "plain" }: { number: string; look?: "plain" | "large" }) {
  const className = `govuk-link sn-nowrap${look === "large" ? " sn-telephone" : ""}`;
  return (
    <a className={className} href={`tel:${number.replace(/[^+\d]/g, "")}`}>
      {number}
    </a>
  );
}

/** Who helps, the number large, the address, and when to use them. */
export function DoorCard({ door }: { door: Pick<Door, "name" | "telephone" | "website" | "when"> }) {
  const { name, telephone, website, when } = door;
  return (
    <div className="sn-door">
      <p className="sn-door__name">{name}</p>
      {telephone === null ? null : (
        <p className="sn-door__way">
          <Telephone number={telephone} look="large" />
        </p>
      )}
      {website === null ? null : (
        <p className="sn-door__way">
          <a className="govuk-link sn-break sn-door__website" href={website}>
            {new URL(website).host.replace(/^www\./, "")}
          </a>
        </p>
      )}
      <p>{when}</p>
    </div>
  );
}
