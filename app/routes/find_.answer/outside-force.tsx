import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import type { Question } from "./question.ts";

/** A real postcode, somebody else's: which force area to try. */
export function OutsideForce({ question }: { question: Extract<Question, { kind: "outside" }> }) {
  const { heading, postcode, districtName, otherForce } = question;
  return (
    <>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <p>
        {districtName === null
          ? "It lies in another force’s area."
          : `It lies in ${districtName}, in another force’s area.`}{" "}
        {otherForce.name === null ? (
          <>
            Find its team on{" "}
            <a className="govuk-link" href={otherForce.url}>
              police.uk
            </a>
            .
          </>
        ) : (
          <>
            Its police are{" "}
            <a className="govuk-link" href={otherForce.url}>
              {otherForce.name} on police.uk
            </a>
            .
          </>
        )}
      </p>
      <p>
        Is {postcode} not what you meant?{" "}
        <Link className="govuk-link" to={paths.find()}>
          Try another postcode
        </Link>
      </p>
    </>
  );
}
