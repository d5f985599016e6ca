import { detect, mustHold } from "#app/domain/concern/detection/detect.ts";
import type { FlagKind } from "#app/domain/concern/detection/flag.ts";
import { lineToRaiser, publicLine } from "#app/domain/concern/words.ts";
import type { ReasonList } from "#app/domain/concern/reasons.ts";
import type { ConcernSource } from "#app/domain/concern/sources.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";
import type { Theme } from "./themes.ts";

const triageDays = 2;
const textDays = 365;
const sources: readonly ConcernSource[] = [
  "online",
  "online",
  "online",
  "phone",
  "street-briefing",
  "have-your-say",
  "kin",
  "councillor",
];

/** A concern of the history as it stands today. */
export interface ToldConcern {
  key: string;
  theme: Theme;
  place: string;
  raisedOn: Day;
  state: ConcernState;
  reasonCode: string | null;
  raisers: number;
  cycleId: string | null;
  mergedIntoId: string | null;
  /** When it came into that state. */
  changedOn: Day;
  isByResident?: boolean;
}

const isPublished = (state: ConcernState) =>
  ["published-candidate", "shortlisted", "adopted", "not-adopted"].includes(state);

const reasonListOf: Partial<Readonly<Record<ConcernState, ReasonList>>> = {
  "not-adopted": "notAdopted",
  "answered-directly": "answer",
  rejected: "rejection",
};

const found = new Map<string, { flags: FlagKind[]; isUrgent: boolean }>();

/** What is detected in words of a theme: looked for once, for the place makes no difference. */
function foundIn(template: string): { flags: FlagKind[]; isUrgent: boolean } {
  const known = found.get(template);
  if (known !== undefined) return known;
  const detected = detect(template.replaceAll("{place}", "Matlock"));
  const flags = { flags: [...new Set(detected.map(({ kind }) => kind))], isUrgent: mustHold(detected) };
  found.set(template, flags);
  return flags;
}

/** The rows of one concern: what everybody sees, what was said (while it is kept), and its steps. */
export function concernRows(
  telling: Telling,
  concern: ToldConcern,
): Pick<HistoryRows, "concerns" | "concernTexts" | "concernEvents"> {
  const { at, id, random, today, reference, neighbourhoodId, residentId } = telling;
  const { key, theme, place, raisedOn, state, reasonCode, raisers, cycleId, mergedIntoId, changedOn } =
    concern;
  const concernId = id("concern", key);
  const raisedAt = atHour(raisedOn, between(random, 7, 20), random.index(60));
  const triagedAt = atHour(addDays(raisedOn, 1), 10, random.index(60));
  const template = pick(random, theme.words);
  const words = template.replaceAll("{place}", place);
  const isTriaged = state !== "submitted";
  const isKept = daysBetween(raisedOn, today) < textDays;
  const list = reasonListOf[state];
  const changedAt = isTriaged ? atHour(changedOn, 11, random.index(60)) : raisedAt;
  const event = (to: ConcernState, when: Date, from: ConcernState | null, code: string | null = null) => ({
    id: id("concern-event", `${key}:${to}`),
    concernId,
    at: when,
    from,
    to,
    reasonCode: code,
    line: publicLine(to) ?? lineToRaiser(to, list === undefined || code === null ? null : { list, code }),
  });
  const events = [event("submitted", raisedAt, null)];
  if (isPublished(state)) events.push(event("published-candidate", triagedAt, "triage"));
  if (isTriaged && state !== "published-candidate")
    events.push(event(state, changedAt, isPublished(state) ? "published-candidate" : "triage", reasonCode));
  return {
    concerns: [
      {
        id: concernId,
        reference: reference("concern"),
        neighbourhoodId,
        category: theme.category,
        source: pick(random, sources),
        state,
        raisedAt,
        raisedBy: concern.isByResident === true ? residentId : null,
        lng: round(at.lng + (random.next() - 0.5) / 100),
        lat: round(at.lat + (random.next() - 0.5) / 100),
        ...(isPublished(state)
          ? {
              publicTitle: theme.title.replaceAll("{place}", place),
              publicSummary: theme.summary.replaceAll("{place}", place),
              publicPlace: place,
              publishedAt: triagedAt,
            }
          : {}),
        ...foundIn(template),
        triageDueAt: workingDeadline(raisedAt, triageDays),
        triagedAt: isTriaged ? triagedAt : null,
        mergedIntoId,
        reasonCode,
        raisers,
        cycleId,
        changedAt,
      },
    ],
    concernTexts: [
      {
        concernId,
        ...(isKept
          ? {
              words,
              placeWords: place,
              whenWords: theme.when,
              effectWords: null,
              eraseOn: addDays(raisedOn, textDays),
            }
          : { erasedAt: atHour(addDays(raisedOn, textDays), 3) }),
      },
    ],
    concernEvents: events,
  };
}

// About a hundred metres.
const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
