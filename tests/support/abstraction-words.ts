import { eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { addMonths, monthOfDay } from "#app/domain/abstraction/month.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { publishFigures } from "#app/services/abstraction/publish-figures.server.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { listPosts } from "#db/queries/post.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** Stands in every word about abstractions that is not for residents: wherever it shows, it got out. */
export const unspoken = "Corncrake";
/** The surname of an officer whose name is withheld. */
export const withheld = "Sandmartin";

const at = (day: Day, time: string) => new Date(`${day}T${time}:00Z`);

/**
 * Duties and entries of a neighbourhood's posts in the last months and in the days to come, requests, disputes and what
 * is done about a breach, with a word in all that is not for residents; then what is due is published.
 */
export async function fillAbstractionWords(db: Db, neighbourhoodId: string, today: Day): Promise<void> {
  const scope = { isForce: false, neighbourhoodIds: [neighbourhoodId], agencyIds: [], accountId: null };
  const posts = await listPosts(db, scope, today);
  const post = posts.find(({ holder }) => holder !== null);
  if (post === undefined) throw new Error("There is no post here that somebody holds.");
  await withholdName(db, post.id);
  const [team] = await db
    .insert(schema.responseTeams)
    .values({ code: `${unspoken} A`, name: `${unspoken} response`, minimum: 8 })
    .returning();
  const days = [
    ...Array.from({ length: 9 }, (_, back) => addDays(addMonths(monthOfDay(today), -back), 5)),
    ...[1, 8, 40].map((ahead) => addDays(today, ahead)),
  ];
  for (const day of days)
    await db.transaction((tx) =>
      keepFigures(
        tx,
        posts.map(({ id }) => ({ postId: id, from: at(day, "08:00"), to: at(day, "16:00") })),
        () => work(tx, posts, day, team?.id ?? null),
      ),
    );
  await askAndDispute(db, post.id, addDays(today, 1));
  await improve(db, post.teamId, today);
  await publishFigures({ db, now: at(today, "09:00"), signal: new AbortController().signal });
}

/** Whoever holds a post is not named in public. */
async function withholdName(db: Db, postId: string) {
  const holders = await db
    .update(schema.postHoldings)
    .set({ publicNameOk: false })
    .where(eq(schema.postHoldings.postId, postId))
    .returning({ id: schema.postHoldings.personId });
  await db
    .update(schema.people)
    .set({ surname: withheld })
    .where(
      inArray(
        schema.people.id,
        holders.map(({ id }) => id),
      ),
    );
}

async function work(tx: Db, posts: readonly { id: string }[], day: Day, responseTeamId: string | null) {
  await tx.insert(schema.duties).values(
    posts.map(({ id }) => ({
      postId: id,
      startsAt: at(day, "08:00"),
      endsAt: at(day, "16:00"),
      source: "roster" as const,
      sourceReference: `${unspoken} shift`,
      confirmedAs: "logged" as const,
      confirmedAt: at(day, "17:00"),
      isConfirmedInTime: true,
    })),
  );
  await tx.insert(schema.abstractionEntries).values(
    posts.map(({ id }) => ({
      id: randomUUID(),
      version: 1,
      postId: id,
      code: "R1" as const,
      startsAt: at(day, "10:00"),
      endsAt: at(day, "11:00"),
      source: "log" as const,
      requesterUnit: `${unspoken} unit`,
      requesterRole: `${unspoken} role`,
      authoriserRole: `${unspoken} authority`,
      exemptIncident: `${unspoken} incident`,
      reason: `${unspoken} reason`,
      notDone: `${unspoken} was not done`,
      evidenceReference: `${unspoken} evidence`,
      responseTeamId,
      minimum: 8,
      actual: 6,
      enteredAt: at(day, "12:00"),
    })),
  );
}

async function askAndDispute(db: Db, postId: string, day: Day) {
  await db.insert(schema.abstractionRequests).values({
    postId,
    startsAt: at(day, "18:00"),
    endsAt: at(day, "20:00"),
    code: "A1",
    reason: `${unspoken} is asked for`,
    requesterUnit: `${unspoken} unit`,
    requesterRole: "duty-inspector",
    isEmergency: false,
    authority: "commander",
    askedAt: at(day, "07:00"),
  });
  const [entry] = await db.query.abstractionEntries.findMany({
    where: (t, { eq }) => eq(t.postId, postId),
    limit: 1,
  });
  await db.insert(schema.abstractionDisputes).values({
    entryId: entry?.id ?? "",
    entryVersion: 1,
    postId,
    state: "refused",
    words: `${unspoken} disputes it`,
    raisedAt: at(day, "07:00"),
    answer: `${unspoken} answers it`,
    answeredAt: at(day, "08:00"),
  });
}

async function improve(db: Db, teamId: string, today: Day) {
  const month = addMonths(monthOfDay(today), -3);
  const [improvement] = await db
    .insert(schema.abstractionImprovements)
    .values({
      teamId,
      state: "plan-live",
      openedAt: at(month, "09:00"),
      openedFor: month,
      judgedTo: month,
      rootCause: `${unspoken} is the cause`,
      target: `${unspoken} is the target`,
      liveAt: at(month, "10:00"),
      changedAt: at(today, "09:00"),
    })
    .returning();
  const improvementId = improvement?.id ?? "";
  await db.insert(schema.abstractionImprovementActions).values({
    improvementId,
    number: 1,
    unit: `${unspoken} unit`,
    task: `${unspoken} is to act`,
    dueOn: today,
    state: "done",
    result: `${unspoken} acted`,
    changedAt: at(today, "09:00"),
  });
  await db.insert(schema.abstractionImprovementReviews).values({
    improvementId,
    month,
    note: `${unspoken} was reviewed`,
    at: at(today, "09:00"),
  });
  await db.insert(schema.abstractionImprovementEvents).values({
    improvementId,
    at: at(today, "09:00"),
    from: "plan-required",
    to: "plan-live",
    line: `${unspoken} is live`,
  });
}
