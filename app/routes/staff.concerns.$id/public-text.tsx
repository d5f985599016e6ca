import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface PublicTextProps {
  reference: string;
  isPublished: boolean;
  text: { title: string; summary: string; place: string };
  textBy: string | null;
}

/** What everybody reads of it, and who wrote that. */
export function PublicText({ reference, isPublished, text, textBy }: PublicTextProps) {
  if (text.summary === "") return null;
  return (
    <section className="sn-public-text">
      <h2 className="govuk-heading-s">{text.title}</h2>
      <p>{text.summary}</p>
      <p className="sn-quiet">
        {text.place === "" ? null : `${text.place}. `}
        {textBy === null ? null : `Written by ${textBy}. `}
        {isPublished ? (
          <Link className="govuk-link" to={paths.concern(reference)}>
            As everybody sees it
          </Link>
        ) : (
          "Not published."
        )}
      </p>
    </section>
  );
}
