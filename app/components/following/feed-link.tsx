/** The way to hear of changes with a program that reads feeds. */
export function FeedLink({ href }: { href: string }) {
  return (
    <p className="sn-no-print">
      <a className="govuk-link" href={href}>
        What changes here, as a feed
      </a>{" "}
      <span className="sn-quiet">(Atom: for programs that read news, without an account)</span>
    </p>
  );
}
