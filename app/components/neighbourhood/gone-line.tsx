import { Link } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";

interface GoneLineProps {
  words: string;
  /** Where to go on. */
  links: readonly { to: string; words: string }[];
}

/** On a page of a neighbourhood that boundaries no longer have: what became of it, and where to go on. */
export function GoneLine({ words, links }: GoneLineProps) {
  return (
    <InsetText>
      <p>{words}</p>
      {links.map((link) => (
        <p key={link.to}>
          <Link className="govuk-link" to={link.to}>
            {link.words}
          </Link>
        </p>
      ))}
    </InsetText>
  );
}
