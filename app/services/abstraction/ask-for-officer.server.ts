import { requestingRole } from "#app/domain/abstraction/authority.ts";
import { responseCover, type Code } from "#app/domain/abstraction/codes.ts";
import { problemsOfRequest, type WantedOfficer } from "#app/domain/abstraction/request.ts";
import type { FieldError } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfNaming } from "#app/domain/concern/summary-check.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { findResponseTeam, insertRequest, type AbstractionRequest } from "#db/queries/abstraction-request.ts";
import { lockPost } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPost, type Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { authorityOfRequest } from "./authority-of-request.server.ts";
import { enterRequested, isLoggedAsElse, standsAsElse } from "./enter-requested.server.ts";
import { touchedBy } from "./keep-entry.server.ts";
import { tellAuthority } from "./tell-authority.server.ts";

export interface RequestDeps {
  db: Db;
  now: Date;
}

export type WantedRequest = WantedOfficer & { postId: string; code: Code };
export type Asked = { ok: true; id: string } | { ok: false; errors: readonly FieldError[] };

const minuteMs = 60_000;

/**
 * Asks for an officer of a team. Who must authorise it is read from the table; where the officer has gone already it
 * counts from now on, authorised or not. Null where the actor reaches no such post.
 */
export const askForOfficer = (
  { db, now }: RequestDeps,
  actor: Actor,
  wanted: WantedRequest,
): Promise<Asked | null> =>
  withActor(db, actor, async (tx): Promise<Asked | null> => {
    const post = await findPost(tx, wanted.postId, londonDay(now));
    const role = requestingRole(actor);
    if (post === null || role === null || !mayAsk(actor, post)) return null;
    const { codes } = await definitionAt(tx, londonDay(wanted.startsAt));
    const errors = problemsOfRequest(
      wanted,
      codes.find(({ code }) => code === wanted.code),
      now,
    );
    const [naming] = problemsOfNaming(`${wanted.reason}\n${wanted.requesterUnit}`);
    if (naming !== undefined) errors.push({ field: "reason", message: naming });
    const isCover = wanted.code === responseCover;
    if (isCover && wanted.responseTeamId !== null && !(await isOpenTeam(tx, wanted.responseTeamId)))
      errors.push({ field: "team", message: "Select a response team of the list" });
    if (errors.length > 0) return { ok: false, errors };

    const { startsAt, endsAt } = wanted;
    // Two who ask for the same officer at once: the second one sees the first.
    await lockPost(tx, post.id);
    const { authority, told } = await authorityOfRequest(tx, { ...wanted, postId: post.id }, null);
    const enter = async (): Promise<AbstractionRequest | null> => {
      if (wanted.isEmergency && (await standsAsElse(tx, wanted))) return null;
      const request = await insertRequest(tx, {
        postId: post.id,
        startsAt,
        endsAt,
        code: wanted.code,
        reason: wanted.reason,
        requesterUnit: wanted.requesterUnit,
        requesterRole: role,
        responseTeamId: isCover ? wanted.responseTeamId : null,
        minimum: isCover ? wanted.minimum : null,
        actual: isCover ? wanted.actual : null,
        isEmergency: wanted.isEmergency,
        authority,
        askedBy: actor.accountId,
        askedAt: now,
      });
      if (wanted.isEmergency && !(await enterRequested(tx, request, null, { actor, post, now })))
        throw new Error("What was taken in an emergency could not be entered.");
      return request;
    };
    const request = wanted.isEmergency
      ? await keepFigures(tx, [touchedBy(post.id, { from: startsAt, to: endsAt })], enter)
      : await enter();
    if (request === null) return isLoggedAsElse;
    await tellAuthority(tx, {
      request,
      post,
      authority,
      told,
      now,
      path: paths.abstractions.request(request.id),
    });
    await recordAudit(tx, actor, now, {
      action: "abstraction.ask",
      subjectKind: "abstraction-request",
      subjectId: request.id,
      details: {
        post: post.id,
        code: wanted.code,
        minutes: (endsAt.getTime() - startsAt.getTime()) / minuteMs,
        authority,
        isEmergency: wanted.isEmergency,
      },
    });
    return { ok: true, id: request.id };
  });

/** Whether an actor may ask for the officer of a post. */
const mayAsk = (actor: Actor, post: Post): boolean =>
  post.neighbourhoodIds.some((neighbourhoodId) => can(actor, "abstraction:request", { neighbourhoodId }));

const isOpenTeam = async (tx: Db, id: string): Promise<boolean> => {
  const team = await findResponseTeam(tx, id);
  return team !== null && !team.isClosed;
};
