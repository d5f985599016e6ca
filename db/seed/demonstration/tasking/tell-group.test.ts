import { expect, test } from "vitest";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { isTaskingActionOpen } from "#app/domain/tasking/action.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";
import { addDays } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { buildHistoryPlaces } from "../history/history-places.ts";
import { tellNeighbourhood } from "../history/neighbourhood-history.ts";
import { toldAgreements } from "./agreements.ts";
import { toldGroups, type ToldGroup } from "./groups.ts";
import { toldImpacts } from "./impacts.ts";
import { tellGroup } from "./tell-group.ts";
import type { WorkedPriority } from "./telling.ts";
import { workWindows } from "./work-windows.ts";

const today = "2026-11-26";
const now = new Date(`${today}T00:00:00Z`);
const officers = { sergeantIds: [seedId("account", "sergeant")], officerIds: [seedId("account", "officer")] };
const people = {
  sergeantId: seedId("account", "sergeant"),
  inspectorId: null,
  analystId: null,
  officerIds: [],
  partnerIds: new Map<string, string>(),
};

const places = buildHistoryPlaces();
function prioritiesOf({ neighbourhoodCodes, level }: ToldGroup): WorkedPriority[] {
  return places
    .filter(({ code }) => level === "local" && neighbourhoodCodes.includes(code))
    .flatMap((place) => {
      const { priorities, priorityEvents, plans, planEvents } = tellNeighbourhood(place, today, people);
      return priorities
        .filter(({ acceptedAt }) => acceptedAt != null)
        .map(({ id = "", title, statement, category }) => {
          const planId = plans.find(({ priorityId }) => priorityId === id)?.id;
          return {
            id,
            title,
            statement,
            category,
            place: place.places.find((name) => title.includes(name)) ?? place.name,
            isShown: place.index < 3,
            windows: workWindows(
              priorityEvents.filter(({ priorityId }) => priorityId === id),
              planEvents
                .filter((one) => one.planId === planId && one.to === "assessment")
                .map(({ at }) => at),
            ),
          };
        });
    });
}

const told = toldGroups.map((group) => {
  const priorities = prioritiesOf(group);
  return { group, priorities, ...tellGroup(group, { today, officers, priorities }) };
});
type Told = (typeof told)[number];

const actionsOf = ({ meetings }: Told) => meetings.flatMap(({ actions }) => actions);
const meetingsOf = ({ meetings }: Told) => meetings.flatMap((rows) => rows.meetings);
const all = () => told.flatMap(actionsOf);

test("the same group and day are told the same", () => {
  for (const { group, priorities, rows, meetings } of told)
    expect(tellGroup(group, { today, officers, priorities })).toEqual({ rows, meetings });
});

test("two years: sixteen groups, one meeting ahead, and as much as a force has", () => {
  expect(told).toHaveLength(16);
  const meetings = told.flatMap(meetingsOf);
  expect(meetings.filter(({ state }) => state === "finished").length).toBeGreaterThan(330);
  expect(meetings.filter(({ state }) => state === "called").map(({ groupId }) => groupId)).toEqual([
    seedId("tasking-group", "AV"),
  ]);
  expect(new Set(meetings.map(({ reference }) => reference)).size).toBe(meetings.length);
  expect(all().length).toBeGreaterThan(1_000);
  for (const { group, meetings: held } of told)
    for (const {
      entries,
      meetings: [meeting],
    } of held)
      if (meeting?.state === "finished") expect(entries.length, group.code).toBe(meeting.entries);
});

test("numbers are without gaps, of meetings and of actions", () => {
  for (const one of told) {
    expect(meetingsOf(one).map(({ number }) => number)).toEqual(meetingsOf(one).map((_, at) => at + 1));
    expect(actionsOf(one).map(({ number }) => number)).toEqual(actionsOf(one).map((_, at) => at + 1));
  }
});

test("no action vanishes: each is carried to the next meeting, until a meeting found it done or withdrawn", () => {
  for (const { meetings } of told) {
    let open = new Set<string>();
    const states = new Map(
      meetings.flatMap(({ actions }) => actions).map(({ id = "", state }) => [id, state]),
    );
    for (const {
      meetings: [meeting],
      carried,
      entries,
      actions,
    } of meetings) {
      const ids = new Set(carried.map(({ actionId }) => actionId));
      if (meeting?.state === "called") {
        const left = [...open].filter((id) => !["done", "withdrawn"].includes(states.get(id) ?? ""));
        expect(ids).toEqual(new Set(left));
        expect(carried.every(({ outcome }) => outcome == null)).toBe(true);
        continue;
      }
      expect(ids).toEqual(open);
      expect(carried.every(({ outcome, at }) => outcome != null && at != null)).toBe(true);
      const written = entries.filter(({ kind }) => kind === "carried").map(({ actionId }) => actionId);
      expect(new Set(written)).toEqual(ids);
      const given = entries.filter(({ kind }) => kind === "action").map(({ actionId }) => actionId);
      expect(given).toEqual(actions.map(({ id }) => id));
      const left = carried.filter(({ outcome }) => outcome === "goes-on" || outcome === "given-on");
      open = new Set([...left.map(({ actionId }) => actionId), ...actions.flatMap(({ id }) => id ?? [])]);
    }
  }
});

test("each step follows the one before it, and the last is where the action stands", () => {
  for (const { meetings } of told)
    for (const { actions, actionEvents } of meetings)
      for (const action of actions) {
        const events = actionEvents.filter(({ actionId }) => actionId === action.id);
        expect(events[0]).toMatchObject({ to: "assigned", at: action.givenAt });
        events.slice(1).forEach((event, at) => {
          expect(event.from).toBe(events[at]?.to);
          expect(event.at >= (events[at]?.at ?? now)).toBe(true);
        });
        expect(events.at(-1)).toMatchObject({
          to: action.state,
          dueOn: action.dueOn,
          agencyId: action.agencyId,
        });
        expect(events.every(({ at }) => at < now)).toBe(true);
        expect(action.version).toBe(events.length);
      }
});

test("what a priority asked for lies in a time of work on it, and work that goes on has something open", () => {
  for (const one of told) {
    const byId = new Map(one.priorities.map((priority) => [priority.id, priority]));
    const last = meetingsOf(one)
      .filter(({ state }) => state === "finished")
      .at(-1);
    for (const { priorityId, givenAt, closedAt } of actionsOf(one)) {
      if (priorityId == null) continue;
      const givenOn = givenAt.toISOString().slice(0, 10);
      const window = byId
        .get(priorityId)
        ?.windows.find(({ from, until }) => from <= givenOn && (until === null || until > givenOn));
      expect(window).toBeDefined();
      // A meeting may withdraw what was declined after the work ended.
      if (window?.until != null && window.until < addDays(today, -60)) expect(closedAt).not.toBeNull();
    }
    for (const { id, windows } of one.priorities) {
      const own = actionsOf(one).filter(({ priorityId }) => priorityId === id);
      const since = last?.startsAt.toISOString().slice(0, 10) ?? today;
      const goesOn = windows.some(({ from, until }) => until === null && from <= since);
      if (goesOn && own.length > 0)
        expect(own.some(({ state }) => state !== undefined && isTaskingActionOpen(state))).toBe(true);
    }
  }
});

test("where visitors look first something is late, waits, is declined, done and published", () => {
  const [first] = told;
  const actions = first === undefined ? [] : actionsOf(first);
  const states = new Set(actions.map(({ state }) => state));
  for (const state of ["assigned", "accepted", "in-progress", "done", "rejected", "withdrawn"] as const)
    expect(states).toContain(state);
  expect(actions.some(({ state, dueOn }) => state === "in-progress" && dueOn < today)).toBe(true);
  const lines = new Set(actions.map(({ publicLineState }) => publicLineState));
  expect(lines).toContain("published");
  expect(lines).toContain("withheld");
  const published = actions
    .filter(({ publicLineState }) => publicLineState === "published")
    .map(({ id }) => id);
  const shown = first?.meetings.flatMap(({ publicLines }) => publicLines.map(({ actionId }) => actionId));
  expect(shown).toEqual(published);
  expect(all().filter(({ state }) => state === "done").length).toBeGreaterThan(all().length * 0.7);
});

test("whoever is asked is party to a live agreement that covers the group", () => {
  for (const one of told) {
    const parties = new Set(
      toldAgreements
        .filter(
          ({ partnershipCode, standing }) =>
            standing.kind === "signed" &&
            standing.reviewIn >= 0 &&
            (partnershipCode === null || partnershipCode === one.group.partnershipCode),
        )
        .flatMap(({ agencyCodes }) => agencyCodes.map((code) => seedId("agency", code))),
    );
    for (const { agencyId } of [...actionsOf(one), ...one.rows.members]) expect(parties).toContain(agencyId);
  }
});

test("nothing of it is what joint tasking refuses", () => {
  const words = new Set<string>();
  const add = (...written: (string | null | undefined)[]) => {
    for (const one of written) if (one != null) words.add(one);
  };
  for (const { meetings } of told)
    for (const { actions, entries, items, carried, actionEvents } of meetings) {
      for (const { task, position, result, withheldReason, publicLine } of actions)
        add(task, position, result, withheldReason, publicLine);
      for (const entry of entries) add(entry.words, entry.reason);
      for (const { feedbackLine, brief } of items) add(feedbackLine, brief);
      for (const { note } of carried) add(note);
      for (const event of actionEvents) add(event.words);
    }
  for (const { words: written, consulted, reviewed, acted, closed } of toldImpacts) {
    add(...Object.values(written), closed?.words);
    for (const { who, question, advice } of consulted) add(who, question, advice?.words);
    for (const review of reviewed) add(review.words);
    for (const { task, position, result } of acted) add(task, position, result);
  }
  expect([...words].flatMap(problemsOfTaskingWords)).toEqual([]);
});

test("nothing that residents read points at anybody", () => {
  const lines = new Set(all().flatMap(({ publicLine }) => publicLine ?? []));
  expect([...lines].flatMap(problemsOfPublicWords)).toEqual([]);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(200);
    // The name of the agency goes before it.
    expect(line).toMatch(/^[a-z].*[^.]$/);
  }
});
