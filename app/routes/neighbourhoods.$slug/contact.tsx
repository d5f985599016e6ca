import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import type { Base, Contact as TeamContact } from "#db/queries/team.ts";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Bases } from "./bases.tsx";

const telephoneLink = (telephone: string) => `tel:${telephone.replace(/[^+\d]/g, "")}`;

/** How to reach the team, quickest first, and where it is if one may call there. */
export function Contact({
  slug,
  contact,
  bases,
}: {
  slug: string;
  contact: TeamContact | null;
  bases: readonly Base[];
}) {
  const email = contact?.email ?? null;
  const website = contact?.website ?? null;
  const telephone = contact?.telephone ?? "101";
  const rows = [
    {
      term: "Emergency",
      value: (
        <>
          Call{" "}
          <a className="govuk-link" href="tel:999">
            999
          </a>{" "}
          if a crime is happening now or somebody is in danger.
        </>
      ),
    },
    {
      term: "Telephone",
      value: (
        <a className="govuk-link" href={telephoneLink(telephone)}>
          {telephone}
        </a>
      ),
    },
    {
      term: "Write",
      value: (
        <>
          <Link className="govuk-link" to={paths.messageTeam(slug)}>
            Write to the team
          </Link>{" "}
          and get an answer within 72 hours.
        </>
      ),
    },
    ...(email === null
      ? []
      : [
          {
            term: "Email",
            value: (
              <>
                <a className="govuk-link sn-break" href={`mailto:${email}`}>
                  {email}
                </a>
                <br />
                <span className="sn-quiet">Not for emergencies or to report a crime.</span>
              </>
            ),
          },
        ]),
    ...(website === null
      ? []
      : [
          {
            term: "Website",
            value: (
              <a className="govuk-link sn-break" href={website}>
                {website.replace(/^https?:\/\//, "")}
              </a>
            ),
          },
        ]),
  ];
  return (
    <section aria-labelledby="contact">
      <h2 className="govuk-heading-l" id="contact">
        How to reach them
      </h2>
      <SummaryList rows={rows} />
      <Bases bases={bases} />
    </section>
  );
}
