import { paths } from "#app/paths.ts";

/** The way to hear of changes without an account. */
export function Feed({ reference }: { reference: string }) {
  return (
    <p>
      <a className="govuk-link" href={paths.priorityChanges(reference)}>
        What changes here, as a feed
      </a>{" "}
      <span className="sn-quiet">(Atom: for programs that read news, without an account)</span>
    </p>
  );
}
