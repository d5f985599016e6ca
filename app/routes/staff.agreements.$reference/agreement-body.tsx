import { StandingTag } from "#app/components/agreement/standing-tag.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { gatewayWords } from "#app/domain/agreement/agreement.ts";
import type { Standing } from "#app/domain/agreement/standing.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { ViewedAgreement } from "#app/services/agreement/view-agreement.server.ts";

interface AgreementBodyProps {
  agreement: ViewedAgreement["agreement"];
  standing: Standing;
  begins: Day | null;
}

const dayOrNot = (day: Day | null) => (day === null ? "Not set" : dayInWords(day));

/** What an agreement says, and from when to when it holds. */
export function AgreementBody({ agreement, standing, begins }: AgreementBodyProps) {
  const { terminatedAt, terminatedReason } = agreement;
  return (
    <SummaryList
      rows={[
        { term: "Reference", value: agreement.reference },
        { term: "Standing", value: <StandingTag standing={standing} begins={begins} /> },
        ...(terminatedAt === null
          ? []
          : [
              { term: "Terminated", value: dayInWords(londonDay(terminatedAt)) },
              { term: "Why it ended", value: terminatedReason },
            ]),
        { term: "Covers", value: agreement.partnership ?? "All of the force’s joint work" },
        { term: "First day", value: dayOrNot(agreement.startsOn) },
        { term: "Review by", value: dayOrNot(agreement.reviewBy) },
        { term: "Purpose", value: <Words of={agreement.purpose} /> },
        { term: "Legal power", value: gatewayWords[agreement.gateway] },
        { term: "What is shared", value: <Words of={agreement.dataItems} /> },
        { term: "Security", value: <Words of={agreement.security} /> },
        { term: "Retention", value: <Words of={agreement.retention} /> },
        { term: "Impact assessment", value: agreement.dpia },
      ]}
    />
  );
}

/** Lines as they were written. */
const Words = ({ of }: { of: string }) => <div className="sn-agreement__words">{of}</div>;
