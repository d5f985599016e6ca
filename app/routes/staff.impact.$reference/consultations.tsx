import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { adviserKindWords, type AdviserKind } from "#app/domain/impact/impact.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { replyTo, type Refused } from "./acts.ts";
import { ConsultForm } from "./consult-form.tsx";
import { WordsForm } from "./words-form.tsx";

interface Consultation {
  id: string;
  kind: AdviserKind;
  who: string;
  question: string;
  askedAt: Date;
  advice: string | null;
  advisedAt: Date | null;
  adviserId: string | null;
  adviser: string | null;
}

interface ConsultationsProps {
  reference: string;
  consultations: readonly Consultation[];
  advisers: readonly { id: string; name: string | null }[];
  mayWrite: boolean;
  refused: Refused | undefined;
}

/** Who was asked, when, and what they advised. */
export const Consultations = ({
  reference,
  consultations,
  advisers,
  mayWrite,
  refused,
}: ConsultationsProps) => (
  <section id="advice">
    <h2 className="govuk-heading-m">Advice</h2>
    {consultations.length === 0 ? <p>Nobody has been asked yet.</p> : null}
    {consultations.map((one) => (
      <div key={one.id}>
        <h3 className="govuk-heading-s">
          {adviserKindWords[one.kind]}: {one.who}
        </h3>
        <SummaryList
          rows={[
            { term: "Asked", value: `${one.question} (${dayInWords(londonDay(one.askedAt))})` },
            { term: "Advice", value: adviceInWords(one) },
          ]}
        />
        {mayWrite && one.advice === null ? (
          <WordsForm
            reference={reference}
            intent="advice"
            id={one.id}
            summary={`Write down the advice of: ${one.who}`}
            label="What was advised?"
            reply={replyTo(refused, "advice", one.id)}
          />
        ) : null}
      </div>
    ))}
    {mayWrite ? (
      <ConsultForm reference={reference} advisers={advisers} reply={replyTo(refused, "consult")} />
    ) : null}
  </section>
);

function adviceInWords({ advice, advisedAt, adviserId, adviser }: Consultation): string {
  if (advice !== null && advisedAt !== null) return `${advice} (${dayInWords(londonDay(advisedAt))})`;
  return adviserId === null
    ? "Not given yet"
    : `Not given yet. ${accountName(adviser)} was told, and answers here`;
}
