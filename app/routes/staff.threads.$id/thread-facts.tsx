import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import type { ReadThread } from "./read-thread.ts";

/** Where a message stands, the clock first. */
export function ThreadFacts({
  thread,
}: {
  thread: Pick<ReadThread, "clock" | "tone" | "state" | "neighbourhood" | "receivedAt" | "isEntered">;
}) {
  const { clock, tone, state, neighbourhood, receivedAt, isEntered } = thread;
  const rows = [
    { term: "Clock", value: <Tag tone={tone}>{clock}</Tag> },
    { term: "This message is", value: state },
    { term: "Neighbourhood", value: neighbourhood },
    { term: "Received", value: momentInWords(receivedAt) },
  ];
  const entered = {
    term: "Written down for somebody",
    value: "They get no email: tell them yourself what you answer.",
  };
  return <SummaryList rows={isEntered ? [...rows, entered] : rows} />;
}
