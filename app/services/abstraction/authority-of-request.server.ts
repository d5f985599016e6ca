import { authorityOf, repeatDays, type Authority } from "#app/domain/abstraction/authority.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { listAuthorities, wasAskedFor, type AbstractionRequest } from "#db/queries/abstraction-request.ts";
import type { Db } from "#db/types.ts";

const minuteMs = 60_000;

/**
 * Who must authorise a request by the table of now, with another request of the same officer seven days before or after
 * it. `except` is the request itself once it is kept. Call it with the post held.
 */
export async function authorityOfRequest(
  tx: Db,
  { postId, startsAt, endsAt, code }: Pick<AbstractionRequest, "postId" | "startsAt" | "endsAt" | "code">,
  except: string | null,
): Promise<{ authority: Authority; told: Authority | null }> {
  const isRepeat = await wasAskedFor(tx, postId, {
    since: hoursAfter(startsAt, -24 * repeatDays),
    until: hoursAfter(startsAt, 24 * repeatDays),
    except,
  });
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minuteMs;
  return authorityOf(await listAuthorities(tx), { code, minutes, isRepeat });
}
