import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { impactAssessments, impactConsultations } from "#db/schema/impact.ts";
import type { Db } from "#db/types.ts";
import { neighbourhoodIdsOfImpact, placesOfImpact } from "./impact.ts";

/** Adds a question, and gives its id. */
export async function insertConsultation(
  tx: Db,
  values: typeof impactConsultations.$inferInsert,
): Promise<string> {
  const [added] = await tx
    .insert(impactConsultations)
    .values(values)
    .returning({ id: impactConsultations.id });
  if (added === undefined) throw new Error("A question that was added is not there.");
  return added.id;
}

type Question = Pick<
  typeof impactConsultations.$inferSelect,
  "assessmentId" | "kind" | "who" | "adviserId" | "question"
>;

/** Whether this very question was put already and waits for an answer. */
export async function isAsked(
  db: Db,
  { assessmentId, kind, who, adviserId, question }: Question,
): Promise<boolean> {
  const same = and(
    eq(impactConsultations.assessmentId, assessmentId),
    eq(impactConsultations.kind, kind),
    eq(impactConsultations.who, who),
    adviserId === null ? isNull(impactConsultations.adviserId) : eq(impactConsultations.adviserId, adviserId),
    eq(impactConsultations.question, question),
    isNull(impactConsultations.advice),
  );
  return (await db.$count(impactConsultations, same)) > 0;
}

const own = {
  id: impactConsultations.id,
  assessmentId: impactConsultations.assessmentId,
  question: impactConsultations.question,
  askedAt: impactConsultations.askedAt,
  advice: impactConsultations.advice,
  advisedAt: impactConsultations.advisedAt,
};

// Years of questions; what is unanswered stands first.
const mostQuestions = 50;

/** What an adviser was asked, unanswered first, then the last. */
export const questionsTo = (db: Db, adviserId: string) =>
  db
    .select(own)
    .from(impactConsultations)
    .where(eq(impactConsultations.adviserId, adviserId))
    .orderBy(desc(isNull(impactConsultations.advisedAt)), desc(impactConsultations.askedAt), asc(own.id))
    .limit(mostQuestions);

/** One question that an adviser was asked; null where it was not put to them. */
export async function findQuestionTo(db: Db, adviserId: string, id: string) {
  const [found] = await db
    .select(own)
    .from(impactConsultations)
    .where(and(eq(impactConsultations.id, id), eq(impactConsultations.adviserId, adviserId)))
    .limit(1);
  return found ?? null;
}

/** What an adviser learns of the assessment behind their question. Call it as the platform: the rest is not theirs. */
export async function frameOfQuestion(db: Db, assessmentId: string) {
  const [found] = await db
    .select({
      reference: impactAssessments.reference,
      openedBy: impactAssessments.openedBy,
      closedAt: impactAssessments.closedAt,
      neighbourhoodIds: neighbourhoodIdsOfImpact,
      places: placesOfImpact(db),
    })
    .from(impactAssessments)
    .where(eq(impactAssessments.id, assessmentId))
    .limit(1);
  return found ?? null;
}

/** Who put a question, by name. Call it as the platform. */
export async function askerOf(db: Db, id: string): Promise<string | null> {
  const [found] = await db
    .select({ name: accounts.name })
    .from(impactConsultations)
    .innerJoin(accounts, eq(accounts.id, impactConsultations.askedBy))
    .where(eq(impactConsultations.id, id))
    .limit(1);
  return found?.name ?? null;
}

/** Writes advice down once; false where the question was answered already, or is not of that assessment or adviser. */
export async function writeAdvice(
  tx: Db,
  {
    id,
    of,
    advice,
    advisedAt,
  }: { id: string; of: { assessmentId: string } | { adviserId: string }; advice: string; advisedAt: Date },
): Promise<boolean> {
  const written = await tx
    .update(impactConsultations)
    .set({ advice, advisedAt })
    .where(
      and(
        eq(impactConsultations.id, id),
        "assessmentId" in of
          ? eq(impactConsultations.assessmentId, of.assessmentId)
          : eq(impactConsultations.adviserId, of.adviserId),
        isNull(impactConsultations.advice),
      ),
    )
    .returning({ id: impactConsultations.id });
  return written.length > 0;
}
