import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { lengthInWords, retentionSchedule, type RetentionRuleId } from "#app/domain/retention/schedule.ts";

/** "30 days", as the schedule that is carried out says. */
const kept = (id: RetentionRuleId) =>
  retentionSchedule
    .filter((rule) => rule.id === id)
    .map(lengthInWords)
    .join("");

const account = [
  { term: "A code we email to you", value: `${kept("email-codes")} after it expires` },
  { term: "Your sign-ins", value: `${kept("sessions")} after they end` },
  {
    term: "Messages to you",
    value: `Your address and the words, ${kept("message-texts")} after sending; that one was sent, ${kept("messages")}`,
  },
  {
    term: "Your account",
    value: `Until you erase it, or ${kept("absent-residents")} after you last used it`,
  },
  {
    term: "The record of who did what",
    value: `${kept("audit")}. It knows you by a number only, which nobody can trace to you once your account is erased`,
  },
];

const takingPart = [
  {
    term: "What you wrote, if it is not taken up",
    value: "90 days",
  },
  {
    term: "What you wrote, if it is passed on as a crime or a danger",
    value: `${kept("diverted-texts")} after the contact centre has it; that it was passed on, ${kept("diversions")}`,
  },
  {
    term: "A concern, and how to reach you about it",
    value: "1 year after it is closed; our own summary of it stays",
  },
  {
    term: "Your votes",
    value:
      "Which votes are yours, 90 days after the result; the votes without that, 2 years after the round of voting",
  },
  { term: "Answers about your background", value: "12 months at most; after that only totals" },
  {
    term: "If you are a key contact in your neighbourhood",
    value: "While you are one, and 30 days after you stop",
  },
];

const work = [
  { term: "Priorities, results and sign-offs", value: "7 years, then reviewed" },
  { term: "Plans", value: "6 years after they are closed, then reviewed" },
  { term: "Minutes and actions of meetings", value: "6 years, then reviewed" },
];

export function HowLong() {
  return (
    <>
      <h2 className="govuk-heading-l">How long we keep it</h2>
      <p>
        Then a program that runs every day erases it and records what it did. Where it says “then reviewed”, a
        person decides instead. The record of who did what leaves this website as sealed files, which hold no
        name and no address, and the force decides how long it keeps them.
      </p>
      <h3 className="govuk-heading-m">Your account</h3>
      <SummaryList rows={account} />
      <h3 className="govuk-heading-m">What you take part in</h3>
      <SummaryList rows={takingPart} />
      <h3 className="govuk-heading-m">The neighbourhood’s own records, which hold no names of residents</h3>
      <SummaryList rows={work} />
    </>
  );
}
