import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";

/** A version of a plan as lists of versions show it. */
interface ListedVersion {
  /** As addresses name it. */
  place: number;
  /** When, and by whom. */
  words: string;
  /** What was written in. */
  names: readonly string[];
  /** The page that shows what changed. */
  to: string;
}

/** Who wrote what, and when; above it the choice of two versions to compare, where the page is the first. */
export function VersionList({
  versions,
  compareAt,
}: {
  versions: readonly ListedVersion[];
  /** The page that compares; null for no choice. */
  compareAt: string | null;
}) {
  return (
    <>
      {compareAt === null ? null : <CompareForm action={compareAt} versions={versions} />}
      <h2 className="govuk-heading-m">Who wrote what, and when</h2>
      <ol className="govuk-list sn-moments">
        {versions.map(({ place, words, names, to }) => (
          <li key={place} className="sn-moments__one">
            <p className="sn-moments__when">{words}</p>
            <p className="sn-moments__fields">{names.join("; ")}</p>
            <Link className="govuk-link" to={to}>
              What changed<span className="govuk-visually-hidden"> on {words}</span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}

function CompareForm({ action, versions }: { action: string; versions: readonly ListedVersion[] }) {
  const items = versions.map(({ place, words }) => ({ value: String(place), words }));
  return (
    <form method="get" action={action} className="sn-staff__filters">
      <Select
        field={plainField("from")}
        label="Compare"
        nothing="The empty plan"
        groups={[{ label: "", items }]}
      />
      <Select field={plainField("to")} label="With" nothing="Now" groups={[{ label: "", items }]} />
      <Button look="secondary">Compare</Button>
    </form>
  );
}
