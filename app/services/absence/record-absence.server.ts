import type { Actor } from "#app/domain/actor.ts";
import { problemsOfDays } from "#app/domain/account/appointment.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { tellPerson } from "#app/services/account/tell-person.server.ts";
import { hasAbsenceBetween, insertAbsence } from "#db/queries/absence.ts";
import { findAccount, lockAccount, type Account } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface WantedAbsence {
  accountId: string;
  /** Null where nobody stands in. */
  deputyId: string | null;
  startsOn: Day;
  /** The last day away; null while it is not known. */
  endsOn: Day | null;
}

/** Records that a member of staff is away, and who holds their roles meanwhile. */
export const recordAbsence = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, deputyId, startsOn, endsOn }: WantedAbsence,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    const account = await lockAccount(tx, accountId);
    if (account?.kind !== "staff" || account.status !== "active")
      return refused("deputy", "This account is not an open one of a member of staff");
    const errors = problemsOfDays({ startsOn, endsOn }, londonDay(now));
    if (errors.length > 0) return { ok: false, errors };
    if (await hasAbsenceBetween(tx, accountId, { startsOn, endsOn }))
      return refused("startsOn", "An absence is recorded for some of these days already: end that one first");
    const deputy = deputyId === null ? null : await findAccount(tx, deputyId);
    const problem = deputyId === null ? null : problemOfDeputy(deputy, accountId, actor);
    if (problem !== null) return refused("deputy", problem);
    const id = await insertAbsence(tx, {
      accountId,
      deputyId,
      startsOn,
      endsOn,
      recordedBy: actor.accountId,
      createdAt: now,
    });
    if (deputy !== null) {
      const until = endsOn === null ? "until they are back" : `to ${dayInWords(endsOn)}`;
      await tellPerson(tx, now, deputy, {
        subject: "You stand in for a colleague",
        body: `You stand in for ${account.name ?? "a colleague"} from ${dayInWords(startsOn)} ${until}. What waits for them waits for you, and you may do what they may.`,
      });
    }
    await recordAudit(tx, actor, now, {
      action: "absence.record",
      subjectKind: "account",
      subjectId: accountId,
      details: { absence: id, deputy: deputyId, startsOn, endsOn },
    });
    return done;
  });

/** A deputy gets every role of the absent: that is giving roles, which nobody does to themselves. */
function problemOfDeputy(deputy: Account | null, accountId: string, actor: Actor): string | null {
  if (deputy?.kind !== "staff" || deputy.status !== "active")
    return "Choose a member of staff whose account is open";
  if (deputy.id === accountId) return "Choose somebody else: nobody is their own deputy";
  return deputy.id === actor.accountId
    ? "You cannot make yourself a deputy: ask another administrator"
    : null;
}
