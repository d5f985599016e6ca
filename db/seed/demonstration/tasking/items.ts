import { agendaSectionWords, agendaSections, type AgendaSection } from "#app/domain/tasking/agenda.ts";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { markingOfSection } from "#app/domain/tasking/write-agenda.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { TaskingRows } from "./rows.ts";
import type { WorkedPriority } from "./telling.ts";

type ItemRow = TaskingRows["items"][number] & { id: string };

const briefs: Readonly<Partial<Record<AgendaSection, string>>> = {
  welcome:
    "Everybody present makes the confidentiality declaration. What is said is shared for the purposes of each agency’s agreement and no further.",
  carried: "Each action from last time, with what came of it.",
  priorities: "Local priorities of the area by theme, as residents chose them.",
  analysis: "New issues, and what the analysts bring.",
  places: "Places with repeated problems, and groups at risk. Places and groups, never persons.",
  bids: "The abstraction report of last month, and what is asked for.",
  impact: "How communities feel, and the community impact assessments that are open.",
  publicity: "For each item: what are residents told, by whom and when?",
};

interface Of {
  meetingId: string;
  addedAt: Date;
  /** Those that the meeting talks about, each with what residents are told of it. */
  priorities: readonly { priority: WorkedPriority; feedbackLine: string | null }[];
}

/** The agenda of a meeting in its standing order: one item of each section, and one for each priority. */
export function itemRows({ meetingId, addedAt, priorities }: Of): ItemRow[] {
  const row = (section: AgendaSection, position: number): ItemRow => ({
    id: seedId("tasking-item", `${meetingId}:${section}:${position}`),
    meetingId,
    section,
    position,
    title: agendaSectionWords[section],
    brief: briefs[section] ?? "",
    marking: markingOfSection(section),
    isStanding: true,
    // Every meeting decides something under it.
    feedbackLine: section === "decisions" ? nothingToTell : null,
    addedAt,
  });
  return agendaSections.flatMap((section): ItemRow[] =>
    section !== "priorities" || priorities.length === 0
      ? [row(section, 1)]
      : priorities.map(({ priority, feedbackLine }, at) => ({
          ...row(section, at + 1),
          title: priority.title,
          brief: priority.statement,
          priorityId: priority.id,
          priorityReason: "progress" as const,
          feedbackLine,
        })),
  );
}

/** The item of a section, the first where it has several. Throws where there is none: each agenda has all of them. */
export function itemOf(items: readonly ItemRow[], section: AgendaSection): string {
  const found = items.find((item) => item.section === section);
  if (found === undefined) throw new Error(`The agenda has no section “${section}”.`);
  return found.id;
}
