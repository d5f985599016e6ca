import type { Month } from "#app/domain/abstraction/month.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";

interface VersionsProps {
  versions: readonly {
    version: number;
    effectiveFrom: Month;
    change: string;
    agreed: string;
    isAhead: boolean;
  }[];
}

/** Each version of the definition: since when, what it changed, and who agreed it. */
export function Versions({ versions }: VersionsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Its versions</h2>
      <p>
        Each month is worked out with the version in force then, so figures from before a change and after it
        cannot be compared.
      </p>
      <ol className="govuk-list sn-versions" reversed>
        {versions.map(({ version, effectiveFrom, change, agreed, isAhead }) => (
          <li key={version}>
            <strong>
              Version {version}
              {version === 1 ? "" : `, ${isAhead ? "begins on" : "since"} ${dayInWords(effectiveFrom)}`}.
            </strong>{" "}
            {change} {agreed}
          </li>
        ))}
      </ol>
    </>
  );
}
