import { authorityInWords, requestStateWords } from "#app/components/abstraction/request-words.ts";
import { spanInWords } from "#app/components/abstraction/span-words.ts";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import type { Role } from "#app/domain/access.ts";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { RequestState } from "#app/domain/abstraction/words.ts";
import type { Day } from "#app/domain/team/day.ts";

interface RequestFactsProps {
  today: Day;
  post: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
  codeWords: string;
  isEmergency: boolean;
  requesterUnit: string;
  requesterRole: Role;
  reason: string;
  team: string | null;
  minimum: number | null;
  actual: number | null;
  askedAt: Date;
  state: RequestState;
  authority: Role;
  authoriseBy: Date | null;
  decidedTooLate: boolean;
  decidedRole: Role | null;
  decidedAt: Date | null;
  answer: string | null;
}

/** What is asked, by which unit, and what was decided: roles, no names. */
export function RequestFacts(request: RequestFactsProps) {
  const { team, minimum, actual, decidedRole, decidedAt } = request;
  const cover =
    team === null || minimum === null || actual === null
      ? []
      : [{ term: "Response team", value: `${team}: ${actual} of ${minimum}, ${minimum - actual} short` }];
  return (
    <SummaryList
      rows={[
        { term: "Officer", value: request.post },
        { term: "When", value: spanInWords(request, request.today) },
        { term: "For", value: `${request.code} ${request.codeWords}` },
        ...cover,
        { term: "Why", value: request.reason },
        {
          term: "Asked by",
          value: `${request.requesterUnit} (${authorityInWords(request.requesterRole)}), ${momentInWords(request.askedAt)}`,
        },
        ...(request.isEmergency
          ? [{ term: "Emergency", value: "The officer had gone already: it counts, authorised or not" }]
          : []),
        { term: "State", value: stateWords(request) },
        ...(decidedAt === null || decidedRole === null
          ? []
          : [
              {
                term: "Decided by",
                value: `${authorityInWords(decidedRole)}, ${momentInWords(decidedAt)}`,
              },
            ]),
        ...(request.answer === null ? [] : [{ term: "Answer", value: request.answer }]),
      ]}
    />
  );
}

function stateWords({ state, authority, authoriseBy, decidedTooLate }: RequestFactsProps): string {
  if (state === "authorised" && decidedTooLate)
    return "Authorised too late: later than 24 hours after it began, so it counts as not authorised";
  if (state !== "asked") return requestStateWords[state];
  const by = authoriseBy === null ? "" : `, by ${momentInWords(authoriseBy)}`;
  return `Waiting for: ${authorityInWords(authority)}${by}`;
}
