import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublicText, type PublicText } from "#app/domain/concern/public-text.ts";
import { publicStates, type ConcernState } from "#app/domain/concern/states.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertConcernEvent, updateConcern, type Concern } from "#db/queries/concern.ts";
import { withActor } from "#db/with-actor.ts";
import { openConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";
import { residentWords } from "./resident-words.server.ts";

const open: readonly ConcernState[] = publicStates;

const isAsItStands = (concern: Concern, { title, summary, place }: PublicText) =>
  concern.publicTitle === title && concern.publicSummary === summary && concern.publicPlace === place;

/** Approves the text of a published concern, as it stands or in better words. */
export const approveText = (
  { db, now }: DecisionDeps,
  actor: Actor,
  { text, ...decided }: Decided & { text: PublicText },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const opened = await openConcern(tx, { actor, now }, decided);
    if (!opened.ok) return opened;
    const { concern } = opened;
    const where = { neighbourhoodId: concern.neighbourhoodId };
    if (!can(actor, "concern:approve-text", where) && !can(actor, "concern:moderate", where))
      return refused("form", "You may not approve this text");
    if (concern.publishedAt === null || concern.takenDownAt !== null || !open.includes(concern.state))
      return refused("form", "This concern is not published, so there is no text to approve");
    const errors = problemsOfPublicText(text, await residentWords(tx, concern.id));
    if (errors.length > 0) return { ok: false, errors };
    const isChanged = !isAsItStands(concern, text);
    if (isChanged) {
      await updateConcern(tx, concern.id, {
        publicTitle: text.title,
        publicSummary: text.summary,
        publicPlace: text.place,
        summaryBy: actor.accountId,
        changedAt: now,
      });
      await insertConcernEvent(tx, {
        concernId: concern.id,
        at: now,
        from: concern.state,
        to: concern.state,
        line: "We changed the wording of the summary.",
        actorId: actor.accountId,
      });
    }
    await recordAudit(tx, actor, now, {
      action: "concern.approve-text",
      subjectKind: "concern",
      subjectId: concern.id,
      ...where,
      details: { isChanged },
    });
    return done;
  });
