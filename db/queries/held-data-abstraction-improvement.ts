import { desc, eq } from "drizzle-orm";
import {
  abstractionImprovementActions,
  abstractionImprovementEvents,
  abstractionImprovementReviews,
  abstractionImprovements,
} from "#db/schema/abstraction-improvement.ts";
import { teams } from "#db/schema/structure.ts";
import { mostRows, type HeldPart } from "./held-data.ts";

// What a person wrote of the police's work stays; that it was they does not.

export const heldImprovements: HeldPart = {
  tables: ["abstraction_improvements"],
  read: (db, { accountId }) =>
    db
      .select({
        team: teams.name,
        state: abstractionImprovements.state,
        openedAt: abstractionImprovements.openedAt,
        closedAt: abstractionImprovements.closedAt,
      })
      .from(abstractionImprovements)
      .innerJoin(teams, eq(teams.id, abstractionImprovements.teamId))
      .where(eq(abstractionImprovements.ownerId, accountId))
      .orderBy(desc(abstractionImprovements.openedAt))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(abstractionImprovements)
      .set({ ownerId: null })
      .where(eq(abstractionImprovements.ownerId, accountId)),
};

export const heldImprovementActions: HeldPart = {
  tables: ["abstraction_improvement_actions"],
  read: (db, { accountId }) =>
    db
      .select({
        unit: abstractionImprovementActions.unit,
        task: abstractionImprovementActions.task,
        dueOn: abstractionImprovementActions.dueOn,
        state: abstractionImprovementActions.state,
        result: abstractionImprovementActions.result,
      })
      .from(abstractionImprovementActions)
      .where(eq(abstractionImprovementActions.ownerId, accountId))
      .orderBy(desc(abstractionImprovementActions.dueOn))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(abstractionImprovementActions)
      .set({ ownerId: null })
      .where(eq(abstractionImprovementActions.ownerId, accountId)),
};

export const heldImprovementReviews: HeldPart = {
  tables: ["abstraction_improvement_reviews"],
  read: (db, { accountId }) =>
    db
      .select({
        month: abstractionImprovementReviews.month,
        note: abstractionImprovementReviews.note,
        at: abstractionImprovementReviews.at,
      })
      .from(abstractionImprovementReviews)
      .where(eq(abstractionImprovementReviews.by, accountId))
      .orderBy(desc(abstractionImprovementReviews.at))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(abstractionImprovementReviews)
      .set({ by: null })
      .where(eq(abstractionImprovementReviews.by, accountId)),
};

export const heldImprovementSteps: HeldPart = {
  tables: ["abstraction_improvement_events"],
  read: (db, { accountId }) =>
    db
      .select({ at: abstractionImprovementEvents.at, line: abstractionImprovementEvents.line })
      .from(abstractionImprovementEvents)
      .where(eq(abstractionImprovementEvents.actorId, accountId))
      .orderBy(desc(abstractionImprovementEvents.at), desc(abstractionImprovementEvents.id))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(abstractionImprovementEvents)
      .set({ actorId: null })
      .where(eq(abstractionImprovementEvents.actorId, accountId)),
};
