import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";

/** Whom the reader stands in for, and how long. */
export function ActingFor({
  absences,
}: {
  absences: readonly { id: string; name: string | null; endsOn: string | null }[];
}) {
  if (absences.length === 0) return null;
  return (
    <InsetText>
      {absences.map(({ id, name, endsOn }) => (
        <p key={id}>
          You act for {accountName(name)}{" "}
          {endsOn === null ? "until they are back." : `until the end of ${dayInWords(endsOn)}.`}
        </p>
      ))}
    </InsetText>
  );
}
