import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "#app/domain/actor.ts";
import type { WantedMeeting } from "#app/domain/meeting/announcement.ts";
import { announceMeeting } from "#app/services/meeting/announce-meeting.server.ts";
import { cancelMeeting } from "#app/services/meeting/cancel-meeting.server.ts";
import { changeMeeting } from "#app/services/meeting/change-meeting.server.ts";
import { writeUpMeeting } from "#app/services/meeting/write-up-meeting.server.ts";
import {
  findMeeting,
  listMeetingsAhead,
  listPastMeetings,
  listScopeAhead,
  listToWriteUp,
  listWithoutMeetingAhead,
} from "#db/queries/meeting.ts";
import { auditEvents, meetingNeighbourhoods, meetings, news, preElectionPeriods } from "#db/schema/index.ts";
import { dropIn, sergeantOf } from "#tests/support/meetings.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

const hourMs = 3_600_000;
const after = (hours: number) => new Date(now.getTime() + hours * hourMs);
const said = { said: "Speeding was the talk.", decisions: "A speed watch by June.", attended: 14 };

let force: PeopleTest;
let sergeant: Actor;
beforeAll(async () => {
  force = await openPeopleTest();
  await force.account("Archer", { person: "Archer" });
  sergeant = sergeantOf([force.id("n1"), force.id("n2")], force.id("Archer"));
});
afterAll(() => force.close());
beforeEach(async () => {
  await force.db.delete(meetingNeighbourhoods);
  await force.db.delete(meetings);
  await force.db.delete(news);
  await force.db.delete(preElectionPeriods);
});

const announce = (
  { places = ["n1"], actor = sergeant, isElectionMinded = false }: Partial<Options> = {},
  change: Partial<WantedMeeting> = {},
) =>
  announceMeeting(force.deps, actor, {
    ...dropIn(now, change),
    neighbourhoodIds: places.map(force.id),
    isElectionMinded,
  });
interface Options {
  places: readonly string[];
  actor: Actor;
  isElectionMinded: boolean;
}
/** Announced, and as it stands then. */
async function announced(options: Partial<Options> = {}) {
  const result = await announce(options);
  if (!result.ok) throw new Error("The meeting was refused.");
  return { reference: result.reference, version: 1 };
}
const stored = (reference: string) => findMeeting(force.db, reference);
const lines = async () =>
  (await force.db.select().from(news).orderBy(news.at, news.line)).map(({ line }) => line);
const fieldOf = (result: { ok: true } | { ok: false; errors: readonly { field: string }[] }) =>
  result.ok ? "done" : result.errors[0]?.field;

describe("announcing", () => {
  test("stands in every neighbourhood named, tells their followers and is recorded", async () => {
    const { reference } = await announced({ places: ["n1", "n2"] });
    expect(reference).toMatch(/^M-.{5}$/);
    const meeting = await stored(reference);
    expect(meeting).toMatchObject({ state: "announced", title: "Tea and talk", howToJoin: null, version: 1 });
    expect(meeting?.neighbourhoods.map(({ slug }) => slug)).toEqual(["n1", "n2"]);
    expect(await force.db.select().from(news)).toMatchObject([
      { kind: "neighbourhood", path: `/meetings/${reference}` },
      { kind: "neighbourhood", path: `/meetings/${reference}` },
    ]);
    expect((await lines())[0]).toBe("Drop-in: Tea and talk, Tuesday 1 December, 10am to 11:30am.");
    const [event] = await force.db.select().from(auditEvents);
    expect(event).toMatchObject({
      action: "meeting.announce",
      subjectId: meeting?.id,
      actorId: force.id("Archer"),
    });
    expect(JSON.stringify(event)).not.toMatch(/Tea|Hall/);
  });

  test.each([
    ["for a neighbourhood of somebody else too", ["n1", "n4"]],
    ["for none", []],
    ["for one that is not there", ["nowhere"]],
  ])("is refused %s", async (_, places) => {
    expect(fieldOf(await announce({ places }))).toBe("neighbourhoods");
  });

  test("is refused to whoever may not", async () => {
    expect(fieldOf(await announce({ actor: visitor() }))).toBe("neighbourhoods");
    expect(await force.db.$count(meetings)).toBe(0);
  });

  test("is refused with what is wrong", async () => {
    expect(fieldOf(await announce({}, { startsAt: after(-1) }))).toBe("startsAt");
    expect(fieldOf(await announce({}, { place: " " }))).toBe("place");
  });

  test.each(["Archer and a PCSO", "COLE of the team"])("asks before %s is named", async (whoComes) => {
    expect(fieldOf(await announce({}, { whoComes }))).toBe("isNamingMeant");
    expect(fieldOf(await announce({}, { whoComes, isNamingMeant: true }))).toBe("done");
  });

  test("asks whether it is publicity while an election is near, and not before or after", async () => {
    const period = { pausesCycles: false, reason: "Council elections.", setAt: now };
    await force.db.insert(preElectionPeriods).values([
      { ...period, startsOn: "2026-11-25", endsOn: "2026-12-10" },
      { ...period, startsOn: "2026-11-01", endsOn: "2026-11-30", endedAt: after(-24) },
    ]);
    expect(fieldOf(await announce())).toBe("done");
    await force.db
      .insert(preElectionPeriods)
      .values({ ...period, startsOn: "2026-11-24", endsOn: "2026-11-24" });
    expect(fieldOf(await announce())).toBe("isElectionMinded");
    expect(fieldOf(await announce({ isElectionMinded: true }))).toBe("done");
  });

  test("asks so until the end of the day on which the time before an election is ended", async () => {
    const period = { pausesCycles: false, reason: "Council elections.", setAt: now };
    await force.db
      .insert(preElectionPeriods)
      .values({ ...period, startsOn: "2026-11-01", endsOn: "2026-11-30", endedAt: now });
    expect(fieldOf(await announce())).toBe("isElectionMinded");
  });
});

describe("what becomes of it", () => {
  test("is changed, and followers are told", async () => {
    const seen = await announced();
    const moved = dropIn(now, { startsAt: after(170), endsAt: after(171), title: "Coffee" });
    expect(await changeMeeting(force.deps, sergeant, seen, moved)).toEqual({ ok: true });
    expect(await stored(seen.reference)).toMatchObject({ title: "Coffee", startsAt: after(170), version: 2 });
    expect(await lines()).toContain("Changed: Coffee, now Tuesday 1 December, midday to 1pm.");
  });

  test("is not changed over somebody else's change", async () => {
    const seen = await announced();
    await changeMeeting(force.deps, sergeant, seen, dropIn(now, { title: "First" }));
    expect(fieldOf(await changeMeeting(force.deps, sergeant, seen, dropIn(now, { title: "Second" })))).toBe(
      "form",
    );
    expect(fieldOf(await cancelMeeting(force.deps, sergeant, seen, "Flooded"))).toBe("form");
    expect(await stored(seen.reference)).toMatchObject({ title: "First", state: "announced" });
  });

  test("is cancelled with a public reason, once", async () => {
    const seen = await announced();
    expect(fieldOf(await cancelMeeting(force.deps, sergeant, seen, " "))).toBe("reason");
    expect(fieldOf(await cancelMeeting(force.deps, sergeant, seen, "The hall is flooded"))).toBe("done");
    expect(await stored(seen.reference)).toMatchObject({
      state: "cancelled",
      cancelledReason: "The hall is flooded",
    });
    const again = { ...seen, version: 2 };
    expect(fieldOf(await cancelMeeting(force.deps, sergeant, again, "Twice"))).toBe("reason");
    expect(fieldOf(await changeMeeting(force.deps, sergeant, again, dropIn(now)))).toBe("form");
  });

  test("is written up once it is over, and put right afterwards", async () => {
    const seen = await announced();
    const later = { db: force.db, now: after(200) };
    expect(fieldOf(await writeUpMeeting(force.deps, sergeant, seen, said))).toBe("said");
    expect(fieldOf(await writeUpMeeting(later, sergeant, seen, { ...said, said: "" }))).toBe("said");
    expect(fieldOf(await writeUpMeeting(later, sergeant, seen, said))).toBe("done");
    expect(await stored(seen.reference)).toMatchObject({ state: "written-up", attended: 14 });
    const right = { said: "Parking was the talk.", decisions: "", attended: null };
    expect(fieldOf(await writeUpMeeting(later, sergeant, { ...seen, version: 2 }, right))).toBe("done");
    expect(await stored(seen.reference)).toMatchObject({ decisions: null, attended: null, version: 3 });
    expect(await force.actions()).toContain("meeting.write-up");
  });

  test.each([
    ["somebody of another neighbourhood", "n4"],
    ["somebody of only one of its neighbourhoods", "n1"],
  ])("is left alone by %s", async (_, place) => {
    const seen = await announced({ places: ["n1", "n2"] });
    const other = sergeantOf([force.id(place)]);
    const later = { db: force.db, now: after(200) };
    expect(fieldOf(await changeMeeting(force.deps, other, seen, dropIn(now)))).toBe("form");
    expect(fieldOf(await cancelMeeting(force.deps, other, seen, "why"))).toBe("form");
    expect(fieldOf(await writeUpMeeting(later, other, seen, said))).toBe("form");
    expect(await stored(seen.reference)).toMatchObject({ version: 1, state: "announced" });
  });
});

describe("words that name somebody are not published", () => {
  const later = () => ({ db: force.db, now: after(200) });
  const writeUp = (change: Partial<typeof said>) => async () =>
    writeUpMeeting(later(), sergeant, await announced(), { ...said, ...change });
  const cases: [
    string,
    string,
    () => Promise<{ ok: true } | { ok: false; errors: readonly { field: string }[] }>,
  ][] = [
    ["what it is called", "title", () => announce({}, { title: "Tea with Mr Hollis" })],
    ["where it is", "place", () => announce({}, { place: "The front room of Mr Hollis" })],
    ["who comes", "whoComes", () => announce({}, { whoComes: "PCSO Hollis" })],
    [
      "what is changed of it",
      "howToGetIn",
      async () =>
        changeMeeting(force.deps, sergeant, await announced(), dropIn(now, { howToGetIn: "Ask Mr Hollis" })),
    ],
    [
      "why it is cancelled",
      "reason",
      async () => cancelMeeting(force.deps, sergeant, await announced(), "Mr Hollis is ill"),
    ],
    ["what was said", "said", writeUp({ said: "Bikes are raced by 14 Mill Lane." })],
    ["what was decided", "decisions", writeUp({ decisions: "Ring 07700 900123." })],
  ];
  test.each(cases)("%s", async (_, field, publish) => {
    expect(fieldOf(await publish())).toBe(field);
    expect(JSON.stringify(await force.db.select().from(meetings))).not.toMatch(/Hollis|14 Mill|07700/);
  });

  test("a venue has an address, and a call a number", async () => {
    const venue = { place: "Village Hall, 12 Church Street, DE55 4BW", joining: "Ring 01773 123456" };
    expect(fieldOf(await announce({}, venue))).toBe("done");
  });
});

describe("lists", () => {
  const scope = (...places: string[]) => ({
    isForce: false,
    neighbourhoodIds: places.map(force.id),
    agencyIds: [],
    accountId: null,
  });
  const whole = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };

  test("ahead, over, to be written up, and where none is ahead", async () => {
    const seen = await announced({ places: ["n1", "n2"] });
    const { db } = force;
    const ids = async (at: Date, ...places: string[]) =>
      (await listWithoutMeetingAhead(db, places.length === 0 ? whole : scope(...places), at)).map(
        ({ neighbourhoodId }) => neighbourhoodId,
      );
    expect(await listMeetingsAhead(db, force.id("n2"), now, 5)).toHaveLength(1);
    expect(await listMeetingsAhead(db, force.id("n3"), now, 5)).toHaveLength(0);
    expect(await listPastMeetings(db, force.id("n1"), after(200), 5)).toHaveLength(1);
    const [mine] = await listScopeAhead(db, scope("n1"), now, 5);
    expect(mine?.neighbourhoodIds.toSorted()).toEqual([force.id("n1"), force.id("n2")].sort());
    expect(await listScopeAhead(db, scope("n3"), now, 5)).toHaveLength(0);
    expect(await listToWriteUp(db, whole, now, 5)).toHaveLength(0);
    expect(await listToWriteUp(db, whole, after(200), 5)).toHaveLength(1);
    expect((await ids(now)).sort()).toEqual([force.id("n3"), force.id("n4")].sort());
    expect(await ids(now, "n1", "n3")).toEqual([force.id("n3")]);
    expect(await ids(now, "n1")).toEqual([]);
    // Once it is over the neighbourhood is on the list again, with when that was.
    const [over] = await listWithoutMeetingAhead(db, scope("n1"), after(200));
    expect(over).toEqual({ neighbourhoodId: force.id("n1"), lastEndedAt: after(169.5) });
    await cancelMeeting(force.deps, sergeant, seen, "Flooded");
    expect(await ids(now, "n1")).toEqual([force.id("n1")]);
  });
});
