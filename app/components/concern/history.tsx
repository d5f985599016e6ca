import { momentInWords } from "#app/components/moment-in-words.ts";

/** Steps, the first first, each with its day. */
export function History({ steps }: { steps: readonly { at: Date; line: string }[] }) {
  return (
    <ol className="sn-history">
      {steps.map(({ at, line }) => (
        <li key={`${at.toISOString()} ${line}`} className="sn-history__step">
          <p className="sn-history__at">{momentInWords(at)}</p>
          <p className="sn-history__line">{line}</p>
        </li>
      ))}
    </ol>
  );
}
