import type { ReactNode } from "react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { evaluatedInWords, transferableInWords, type WantedPractice } from "#app/domain/practice/practice.ts";
import { Paragraphs } from "./paragraphs.tsx";

/** An entry of the practice library, whole. */
export function PracticeBody({ item, from }: { item: WantedPractice; from: ReactNode }) {
  return (
    <>
      <h2 className="govuk-heading-m">The problem</h2>
      <Paragraphs words={item.problem} />
      <h2 className="govuk-heading-m">What was done</h2>
      <Paragraphs words={item.response} />
      <h2 className="govuk-heading-m">What came of it</h2>
      <Paragraphs words={item.outcome} />
      <h2 className="govuk-heading-m">Can it be done elsewhere?</h2>
      <p>{transferableInWords(item.isTransferable)}.</p>
      {item.transferNote === null ? null : <Paragraphs words={item.transferNote} />}
      <SummaryList
        rows={[
          { term: "Evaluated", value: evaluatedInWords(item.evaluatedBy) },
          { term: "About", value: categoryWords[item.category].name },
          { term: "Whom to ask", value: item.contactRole },
          { term: "Year", value: String(item.year) },
          { term: "Where it comes from", value: from },
        ]}
      />
    </>
  );
}
