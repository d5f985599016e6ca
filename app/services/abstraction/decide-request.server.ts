import {
  authorityWords,
  decidingRole,
  isAuthorisedInTime,
  isAuthority,
  isEnough,
  repeatDays,
  type Authority,
} from "#app/domain/abstraction/authority.ts";
import { isLate } from "#app/domain/abstraction/lateness.ts";
import { done, refused, type Change, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfNaming } from "#app/domain/concern/summary-check.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { findEntryOfRequest } from "#db/queries/abstraction-entry.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { lockRequest, setRequest, type AbstractionRequest } from "#db/queries/abstraction-request.ts";
import { lockPost } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPost, type Post } from "#db/queries/post.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { RequestDeps } from "./ask-for-officer.server.ts";
import { authorityOfRequest } from "./authority-of-request.server.ts";
import { enterRequested, isLoggedAsElse } from "./enter-requested.server.ts";
import { spanOf, touchedBy } from "./keep-entry.server.ts";
import { tellAuthority } from "./tell-authority.server.ts";

const mostCharacters = 400;

/** As whom an actor may decide a request about these neighbourhoods; null for not at all. */
export const deciderOf = (
  actor: Actor,
  { authority, askedBy }: Pick<AbstractionRequest, "authority" | "askedBy">,
  neighbourhoodIds: readonly string[],
): Authority | null =>
  isAuthority(authority) ? decidingRole(actor, { authority, askedBy, neighbourhoodIds }) : null;

/**
 * Authorises a request or refuses it, with a reason. Authorised, it stands among what the post is used for; what was
 * taken in an emergency and is refused stands there all the same, as not authorised, and so does what is authorised
 * later than a day after it began. Null where the actor has no such
 * request to decide.
 */
export const decideRequest = (
  { db, now }: RequestDeps,
  actor: Actor,
  { id, answer, isAuthorised }: { id: string; answer: string; isAuthorised: boolean },
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const request = await lockRequest(tx, id);
    if (request === null) return null;
    const post = await findPost(tx, request.postId, londonDay(now));
    const role = post === null ? null : deciderOf(actor, request, post.neighbourhoodIds);
    if (post === null || role === null) return null;
    if (request.state !== "asked")
      return refused("form", "Somebody else has decided this request, or it was withdrawn");
    if (!isAuthorised && answer === "") return refused("answer", "Enter why it is refused");
    if (answer.length > mostCharacters)
      return refused("answer", `Shorten the answer to ${mostCharacters} characters or fewer`);
    const [naming] = problemsOfNaming(answer);
    if (naming !== undefined) return refused("answer", naming);
    if (isAuthorised && isLate(request.startsAt, now))
      return refused("form", "This is too far back to authorise. It stays among what was not authorised");
    if (isAuthorised) {
      const passedOn = await passOn(tx, request, post, { role, now });
      if (passedOn !== null) return passedOn;
      const { postId } = request;
      const entered = await findEntryOfRequest(tx, id);
      const touched = [request, ...(entered === null ? [] : [entered])].map(spanOf);
      const isEntered =
        isTooLate(request, now) ||
        (await keepFigures(
          tx,
          touched.map((span) => touchedBy(postId, span)),
          () => enterRequested(tx, request, role, { actor, post, now }),
        ));
      if (!isEntered) return isLoggedAsElse;
    }
    const state = isAuthorised ? "authorised" : "refused";
    await setRequest(tx, id, {
      state,
      decidedBy: actor.accountId,
      decidedRole: role,
      decidedAt: now,
      answer: answer === "" ? null : answer,
    });
    if (request.askedBy !== null)
      await insertStaffNotices(tx, [request.askedBy], {
        at: now,
        kind: "new",
        line: `Your request for an officer (${request.code}) was ${state}${isAuthorised && isTooLate(request, now) ? ", too late: it counts as not authorised" : ""}`,
        path: paths.abstractions.request(id),
      });
    await recordAudit(tx, actor, now, {
      action: "abstraction.decide",
      subjectKind: "abstraction-request",
      subjectId: id,
      details: { state, role },
    });
    return done;
  });

/** Whether an officer went without being asked for, so long ago that what is said now does not authorise it any more. */
const isTooLate = ({ isEmergency, startsAt }: AbstractionRequest, now: Date): boolean =>
  isEmergency && !isAuthorisedInTime(startsAt, now);

/**
 * Leaves a request to a greater authority where it takes one by now: the same officer was asked for again since, or what
 * was taken went on for longer. Null where the role is enough. Whoever was named when it was asked stays needed.
 */
async function passOn(
  tx: Db,
  request: AbstractionRequest,
  post: Post,
  { role, now }: { role: Authority; now: Date },
): Promise<Refused | null> {
  await lockPost(tx, request.postId);
  const entered = await findEntryOfRequest(tx, request.id);
  const time = entered === null || entered.isWithdrawn ? request : entered;
  const anew = await authorityOfRequest(tx, { ...time, code: request.code }, request.id);
  if (isEnough(role, anew.authority)) return null;
  const { authority } = anew;
  await setRequest(tx, request.id, { authority });
  const path = paths.abstractions.request(request.id);
  await tellAuthority(tx, { request, post, ...anew, now, path });
  return refused(
    "form",
    `This officer is asked for again within ${repeatDays} days, or was taken for longer: ${authorityWords[authority]} or above decides, and is told`,
  );
}

/** Takes back what the actor asked for and nobody decided; an officer who has gone already stays logged. */
export const withdrawRequest = ({ db, now }: RequestDeps, actor: Actor, id: string): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const request = await lockRequest(tx, id);
    if (request === null || actor.accountId === null || request.askedBy !== actor.accountId) return null;
    if (request.state !== "asked") return refused("form", "This request was decided or withdrawn meanwhile");
    await setRequest(tx, id, { state: "withdrawn", decidedBy: actor.accountId, decidedAt: now });
    await recordAudit(tx, actor, now, {
      action: "abstraction.withdraw-request",
      subjectKind: "abstraction-request",
      subjectId: id,
      details: {},
    });
    return done;
  });
