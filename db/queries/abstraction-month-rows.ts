import { sql, type SQL } from "drizzle-orm";
import { lent, responseCover } from "#app/domain/abstraction/codes.ts";
import { countedKinds, thousandths, weeklyHours } from "#app/domain/abstraction/established.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import { piecesOfEntries } from "./abstraction-pieces.ts";
import { editionAtEnd } from "./edition-at-end.ts";
import { uuidArray } from "./uuid.ts";

export interface WantedMonth {
  month: Month;
  /** Of the definition that it is worked out with. */
  version: number;
}

const minutesOf = (from: SQL, to: SQL) => sql`extract(epoch from ${to} - ${from})::bigint / 60`;

const monthIn = (instant: SQL) => sql`date_trunc('month', (${instant}) at time zone 'Europe/London')::date`;

const arrayOf = (values: readonly (string | number)[]) => `{${values.join(",")}}`;

const weeklyMinutes = sql.raw(
  `case d.kind ${countedKinds.map((kind) => `when '${kind}' then ${weeklyHours[kind] * 60}`).join(" ")} end`,
);

const kinds = sql.raw(countedKinds.map((kind) => `'${kind}'`).join(", "));

/** The months with their instants, and the teams that were in force when each ended; before the first, the first. */
const months = (wanted: readonly WantedMonth[]): SQL => sql`
  wanted as (
    select * from unnest(${arrayOf(wanted.map(({ month }) => month))}::date[],
      ${arrayOf(wanted.map(({ version }) => version))}::int[]) as w (month, version)),
  months as (
    select m.*, ${editionAtEnd("teams", sql`m.ends_at`)} as edition_id
    from (
      select month, month::timestamp at time zone 'Europe/London' as starts_at,
        (month + interval '1 month') at time zone 'Europe/London' as ends_at,
        extract(day from month + interval '1 month' - interval '1 day')::bigint as days
      from (select distinct month from wanted) w
    ) m)`;

/** What each post has of each neighbourhood in each month, in hundred-thousandths, and what it is contracted for. */
const shares = (neighbourhoodIds: readonly string[] | null): SQL => sql`
  shares as materialized (
    select m.month, d.post_id, l.neighbourhood_id, d.kind = 'special' as is_special,
      (l.weight * ${sharesOfMinute}::int)::bigint as share,
      ((d.full_time_equivalent * ${thousandths}::int)::bigint * ${weeklyMinutes} * m.days * 2 + ${7 * thousandths}::bigint)
        / ${14 * thousandths}::bigint as established
    from months m
    join post_details d on d.edition_id = m.edition_id and d.kind in (${kinds})
    join post_allocations l on l.edition_id = m.edition_id and l.post_id = d.post_id and l.weight > 0
    where ${neighbourhoodIds === null ? sql`true` : sql`l.neighbourhood_id = any(${uuidArray(neighbourhoodIds)})`}),
  served as materialized (
    select distinct s.post_id, m.month, m.starts_at, m.ends_at from shares s join months m using (month))`;

/** Duties clipped to months, and the minutes of each given to one of what meets there: by rank, then the later start. */
const used = sql`
  rostered as materialized (
    select s.post_id, s.month,
      sum(${minutesOf(sql`greatest(d.starts_at, s.starts_at)`, sql`least(d.ends_at, s.ends_at)`)}) as minutes,
      count(*) filter (where d.starts_at >= s.starts_at) as duties,
      count(*) filter (where d.starts_at >= s.starts_at and d.is_confirmed_in_time) as confirmed
    from served s
    join duties d on d.post_id = s.post_id and d.starts_at > s.starts_at - interval '37 hours'
      and d.starts_at < s.ends_at and d.ends_at > s.starts_at
    group by s.post_id, s.month),
  pieces as materialized (
    ${piecesOfEntries(
      sql`select post_id from served`,
      sql`(select tstzrange(min(starts_at), max(ends_at)) from months)`,
    )}),
  at_duty as materialized (
    select p.*, d.id as duty_id, d.met_at, d.met_until, m.month
    from pieces p
    cross join lateral (
      select d.id, greatest(p.starts_at, d.starts_at) as met_at, least(p.ends_at, d.ends_at) as met_until
      from duties d
      where d.post_id = p.post_id and d.starts_at > p.starts_at - interval '37 hours' and d.starts_at < p.ends_at
        and d.ends_at > p.starts_at
      offset 0
    ) d
    cross join lateral (
      select ${monthIn(sql`d.met_at`)} as month union select ${monthIn(sql`d.met_until - interval '1 minute'`)}
    ) m),
  met as (
    select a.*, tstzrange(greatest(a.met_at, s.starts_at), least(a.met_until, s.ends_at)) as during
    from at_duty a
    join served s using (post_id, month)),
  ranked as (
    select m.*, w.version,
      case when m.is_vacant then 0 when c.kind = 'unavailable' then 1 when c.counts_a then 2 when c.counts_b then 3
        else 4 end as rank
    from met m
    join wanted w using (month)
    left join abstraction_definition_codes c on c.version = w.version and c.code = m.code
    where m.is_vacant or c.code is not null),
  used as materialized (
    select u.month, u.version, u.post_id, u.id, u.code, u.rank, u.is_exempt, u.is_unauthorised,
      case when u.code = ${responseCover} then coalesce(u.response_team_id::text, '') else '' end as response_team,
      lower(part) as starts_at, upper(part) as ends_at, ${minutesOf(sql`lower(part)`, sql`upper(part)`)} as minutes
    from (
      select r.*, tstzmultirange(r.during) - coalesce(range_agg(r.during) over (
          partition by r.month, r.version, r.duty_id order by r.rank, r.starts_at desc, r.id
          rows between unbounded preceding and 1 preceding), '{}') as left_over
      from ranked r
    ) u
    cross join lateral unnest(u.left_over) as part)`;

const ofPosts = sql`
  of_posts as (
    select month, version, post_id,
      coalesce(sum(minutes) filter (where rank = 0), 0) as vacant,
      coalesce(sum(minutes) filter (where rank = 1), 0) as unavailable,
      coalesce(sum(minutes) filter (where rank = 2), 0) as abstracted_a,
      coalesce(sum(minutes) filter (where rank in (2, 3)), 0) as abstracted_b,
      coalesce(sum(minutes) filter (where rank = 2 and is_exempt), 0) as exempt,
      coalesce(sum(minutes) filter (where rank = 2 and is_unauthorised), 0) as unauthorised,
      coalesce(sum(minutes) filter (where rank = 4 and code = ${lent}), 0) as lent
    from used group by month, version, post_id),
  codes as (
    select month, version, post_id, code, response_team, sum(minutes) as minutes, count(distinct id) as entries
    from used where rank > 0 group by month, version, post_id, code, response_team),
  hours as (
    select month, version, post_id, (extract(isodow from at)::int - 1) * 24 + extract(hour from at)::int as hour,
      sum(minutes) as minutes
    from (
      select u.month, u.version, u.post_id, h.at at time zone 'Europe/London' as at,
        ${minutesOf(sql`greatest(u.starts_at, h.at)`, sql`least(u.ends_at, h.at + interval '1 hour')`)} as minutes
      from used u
      cross join lateral generate_series(
        date_bin('1 hour', u.starts_at, '2000-01-01T00:00:00Z'), u.ends_at - interval '1 minute', '1 hour') as h (at)
      where u.rank = 2
    ) h
    group by 1, 2, 3, 4)`;

const dutyOfPost = sql`(coalesce(r.minutes, 0) - coalesce(p.vacant, 0) - coalesce(p.unavailable, 0))`;

/** Works out months and inserts their rows, where there are none. */
export const insertMonths = (
  wanted: readonly WantedMonth[],
  neighbourhoodIds: readonly string[] | null,
): SQL => sql`
  with ${months(wanted)}, ${shares(neighbourhoodIds)}, ${used}, ${ofPosts},
  inserted_codes as (
    insert into abstraction_month_codes
      (neighbourhood_id, month, version, is_special, code, response_team, minutes, entries)
    select s.neighbourhood_id, c.month, c.version, s.is_special, c.code, c.response_team, sum(c.minutes * s.share), sum(c.entries)
    from codes c join shares s using (month, post_id)
    group by 1, 2, 3, 4, 5, 6),
  inserted_hours as (
    insert into abstraction_month_hours (neighbourhood_id, month, version, is_special, hour, minutes)
    select s.neighbourhood_id, h.month, h.version, s.is_special, h.hour, sum(h.minutes * s.share)
    from hours h join shares s using (month, post_id)
    group by 1, 2, 3, 4, 5)
  insert into abstraction_months (neighbourhood_id, month, version, is_special, posts, established, duty, unavailable,
    abstracted_a, abstracted_b, exempt, unauthorised, lent, duties, confirmed)
  select s.neighbourhood_id, s.month, w.version, s.is_special,
    coalesce(sum(s.share) filter (where ${dutyOfPost} > 0), 0), sum(s.established * s.share),
    sum(${dutyOfPost} * s.share),
    sum(coalesce(p.unavailable, 0) * s.share), sum(coalesce(p.abstracted_a, 0) * s.share),
    sum(coalesce(p.abstracted_b, 0) * s.share), sum(coalesce(p.exempt, 0) * s.share),
    sum(coalesce(p.unauthorised, 0) * s.share), sum(coalesce(p.lent, 0) * s.share),
    sum(coalesce(r.duties, 0) * s.share), sum(coalesce(r.confirmed, 0) * s.share)
  from shares s
  join wanted w using (month)
  left join rostered r using (month, post_id)
  left join of_posts p using (month, post_id, version)
  group by 1, 2, 3, 4`;
