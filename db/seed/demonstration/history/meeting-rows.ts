import type { MeetingKind } from "#app/domain/meeting/meeting.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

type Meetings = Pick<HistoryRows, "meetings" | "meetingNeighbourhoods">;

const kinds: readonly { kind: MeetingKind; title: string; place: string; access: string }[] = [
  {
    kind: "drop-in",
    title: "Drop-in at the library",
    place: "The library, {place}",
    access: "Level entrance and a toilet for wheelchair users. Nothing to book.",
  },
  {
    kind: "street-briefing",
    title: "Street briefing",
    place: "By the shops in {place}",
    access: "Outdoors on the pavement. Come as you are.",
  },
  {
    kind: "meeting",
    title: "Neighbourhood meeting",
    place: "The village hall, {place}",
    access: "Ramp at the side door, hearing loop, free parking.",
  },
  {
    kind: "stall",
    title: "Have Your Say stall",
    place: "The market in {place}",
    access: "On level ground. Ask for large print or Easy Read.",
  },
];

const writeUps: readonly { said: string; decided: string }[] = [
  {
    said: "Fourteen people came. Most spoke of the main road and of what the last vote led to.",
    decided: "The team puts the speed checks on this page and meets the parish council before the next vote.",
  },
  {
    said: "A quiet afternoon: nine people, three of whom had never met the team before.",
    decided: "The next drop-in is on a Saturday, when people are not at work.",
  },
  {
    said: "Twenty-two people, many of them young. They asked for somewhere dry to meet in the evening.",
    decided: "The team asks the hall for two evenings a week and tells everybody here in a month.",
  },
];

const whoComes = "A neighbourhood constable and a PCSO of your team";

/** A meeting in each cycle that is over or under way, written up, and one ahead for most neighbourhoods. */
export function meetingRows(telling: Telling, cycles: readonly PlannedCycle[]): Meetings {
  const { today, random, at } = telling;
  const past = cycles
    .map(({ timetable }) => addDays(timetable.voting.firstDay, 3))
    .filter((day) => day < today);
  // One in seven has none ahead: its sergeant's list says so.
  const isAhead = at.index < 3 || at.index % 7 !== 5;
  const days = [...past, ...(isAhead ? [addDays(today, between(random, 5, 34))] : [])];
  const rows: Meetings = { meetings: [], meetingNeighbourhoods: [] };
  for (const day of days) {
    const meeting = meetingRow(telling, day);
    rows.meetings.push(meeting);
    rows.meetingNeighbourhoods.push({
      meetingId: telling.id("meeting", day),
      neighbourhoodId: telling.neighbourhoodId,
    });
  }
  return rows;
}

function meetingRow(telling: Telling, day: Day): HistoryRows["meetings"][number] {
  const { id, random, today, at, reference } = telling;
  const { kind, title, place, access } = pick(random, kinds);
  const hour = pick(random, [10, 14, 18]);
  const isOver = day < today;
  const { said, decided } = pick(random, writeUps);
  const writtenUpAt = atHour(addDays(day, 2), 9);
  const announcedAt = atHour(addDays(day, -21), 9);
  return {
    id: id("meeting", day),
    reference: reference("meeting"),
    kind,
    state: isOver ? "written-up" : "announced",
    title,
    startsAt: atHour(day, hour),
    endsAt: atHour(day, hour + 1, 30),
    place: place.replace("{place}", pick(random, at.places)),
    access,
    whoComes,
    ...(isOver ? { writeUp: said, decisions: decided, attended: between(random, 6, 28), writtenUpAt } : {}),
    announcedAt,
    changedAt: isOver && writtenUpAt < telling.now ? writtenUpAt : announcedAt,
  };
}
