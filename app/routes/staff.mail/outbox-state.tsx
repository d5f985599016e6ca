import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { messageStatuses, messageStatusWords, type MessageStatus } from "#app/domain/mail/mail.ts";

interface Count {
  status: MessageStatus;
  count: number;
  oldestAt: Date | null;
}

const waiting: readonly MessageStatus[] = ["queued", "sending"];

/** How many emails there are in each state; where they wait, since when. */
export function OutboxState({ counts }: { counts: readonly Count[] }) {
  const rows = messageStatuses.map((status) => {
    const found = counts.find((one) => one.status === status);
    const since =
      waiting.includes(status) && found?.oldestAt != null
        ? `, the oldest since ${momentInWords(found.oldestAt)}`
        : "";
    return { term: messageStatusWords[status], value: `${found?.count ?? 0}${since}` };
  });
  return (
    <section aria-labelledby="outbox">
      <h2 id="outbox" className="govuk-heading-l">
        All emails
      </h2>
      <SummaryList rows={rows} />
    </section>
  );
}
