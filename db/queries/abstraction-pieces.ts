import { sql, type SQL } from "drizzle-orm";
import {
  attachment,
  attachmentDays,
  attachmentGapDays,
  directedResponse,
  helpOnSight,
  mostHelpMinutes,
} from "#app/domain/abstraction/codes.ts";

// why: hours, because a day of an interval is longer or shorter where the session's clocks change.
const hours = (days: number) => sql.raw(`interval '${days * 24} hours'`);
/** Begun again within so long, an attachment is the same one. */
export const attachmentGap = hours(attachmentGapDays);
const help = sql.raw(`interval '${mostHelpMinutes} minutes'`);

const kept = sql.raw("e.is_latest and not e.is_withdrawn");

/** Attachments of the posts in `posts` (post_id), with the start of the one that each entry is part of. */
const attachments = (posts: SQL): SQL => sql`
  select e.*, min(e.starts_at) over (partition by e.post_id, e.number) as begun_at
  from (
    select e.*, count(*) filter (where e.is_another) over (
        partition by e.post_id order by e.starts_at, e.id rows unbounded preceding) as number
    from (
      select e.*, e.starts_at > ${attachmentGap} + max(e.ends_at) over (
          partition by e.post_id order by e.starts_at, e.id rows between unbounded preceding and 1 preceding) as is_another
      from abstraction_entries e
      where ${kept} and e.code = ${attachment} and e.post_id in (${posts})
    ) e
  ) e`;

/** Each attachment of posts from its first day to its last. */
export const wholeAttachments = (posts: SQL): SQL => sql`
  select post_id, min(starts_at) as starts_at, max(ends_at) as ends_at from (${attachments(posts)}) a
  group by post_id, begun_at`;

/**
 * The parts of the entries of posts that count as one thing: an attachment until it makes the post vacant and from
 * then on, help on sight until it is directed response and from then on, all others whole. Other entries than
 * attachments are left out where they lie outside `during`.
 */
export const piecesOfEntries = (posts: SQL, during: SQL): SQL => sql`
  select e.id, e.post_id, part.code, part.is_vacant, part.starts_at, part.ends_at, e.response_team_id,
    e.exempt_incident is not null as is_exempt, e.authoriser_role is null as is_unauthorised
  from (${attachments(posts)}) e
  cross join lateral (values
    (${attachment}, false, e.starts_at, least(e.ends_at, e.begun_at + ${hours(attachmentDays)})),
    (${attachment}, true, greatest(e.starts_at, e.begun_at + ${hours(attachmentDays)}), e.ends_at)
  ) part (code, is_vacant, starts_at, ends_at)
  where part.starts_at < part.ends_at
  union all
  select e.id, e.post_id, part.code, false, part.starts_at, part.ends_at, e.response_team_id,
    e.exempt_incident is not null, e.authoriser_role is null
  from abstraction_entries e
  cross join lateral (values
    (e.code, e.starts_at,
      case when e.code = ${helpOnSight} then least(e.ends_at, e.starts_at + ${help}) else e.ends_at end),
    (${directedResponse}, e.starts_at + ${help}, case when e.code = ${helpOnSight} then e.ends_at end)
  ) part (code, starts_at, ends_at)
  where ${kept} and e.code <> ${attachment} and e.post_id in (${posts})
    and tstzrange(e.starts_at, e.ends_at) && ${during} and part.starts_at < part.ends_at`;
