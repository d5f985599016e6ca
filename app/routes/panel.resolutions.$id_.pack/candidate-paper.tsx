import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import type { Subject } from "#db/queries/panel-pack.ts";

/** What is known of one thing to be decided. */
export function CandidatePaper({ subject }: { subject: Subject }) {
  const { candidateId, title, statement, raisers, urgentReason, lapsesOn } = subject;
  const known = [
    { term: "Raised by", value: candidateId === null ? null : raisersInWords(raisers) },
    { term: "Figures", value: subject.trendWords },
    { term: "Where they are from", value: subject.trendSource },
    { term: "What is done already", value: subject.partnersWords },
    { term: "Harm", value: subject.harmWords },
    { term: "Under-heard groups", value: subject.underHeardWords },
    { term: "Why it could not wait", value: urgentReason },
    {
      term: "Lapses",
      value: lapsesOn === null ? null : `On ${dayInWords(lapsesOn)}, unless the panel confirms it`,
    },
  ];
  return (
    <section className="sn-panel__item">
      <h3 className="govuk-heading-s">{title}</h3>
      <p>{statement}</p>
      <SummaryList rows={known.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))} />
    </section>
  );
}
