-- Search that forgives spelling.
create extension if not exists pg_trgm;
--> statement-breakpoint
create function concern_words(concerns) returns text language sql immutable as
$$ select lower(coalesce($1.public_title, '') || ' ' || coalesce($1.public_summary, '') || ' ' || coalesce($1.public_place, '')) $$;
--> statement-breakpoint
create function priority_words(priorities) returns text language sql immutable as
$$ select lower($1.title || ' ' || $1.statement) $$;
--> statement-breakpoint
create index concerns_words on concerns using gin (concern_words(concerns.*) gin_trgm_ops)
  where published_at is not null;
--> statement-breakpoint
create index priorities_words on priorities using gin (priority_words(priorities.*) gin_trgm_ops);
--> statement-breakpoint
-- Deferred, so that a restore may bring the rows in any order.
alter table concerns add constraint concerns_merged_into foreign key (merged_into_id) references concerns (id)
  deferrable initially deferred;
--> statement-breakpoint
-- What only imports write.
revoke insert, update, delete on incident_imports, incident_counts, age_structures, successions from safer_neighbourhoods;
--> statement-breakpoint
-- Whether a neighbourhood lies in an area that `db/with-actor.ts` set: nothing, the force, or a list.
create function app_in_area(setting text, neighbourhood_id uuid) returns boolean language sql stable as
$$ select case coalesce(current_setting(setting, true), '')
     when '' then false
     when 'force' then true
     else neighbourhood_id = any (current_setting(setting, true)::uuid[])
   end $$;
--> statement-breakpoint
create function app_is_platform_or_staff() returns boolean language sql stable as
$$ select app_actor_kind() in ('system', 'staff') $$;
--> statement-breakpoint
alter table concerns enable row level security;
--> statement-breakpoint
create policy concerns_read on concerns for select
  using (app_actor_kind() = 'system' or raised_by = app_account_id() or app_in_area('app.concern_area', neighbourhood_id)
    or (published_at is not null and taken_down_at is null));
--> statement-breakpoint
create policy concerns_add on concerns for insert
  with check (app_actor_kind() = 'system' or app_in_area('app.concern_area', neighbourhood_id));
--> statement-breakpoint
create policy concerns_change on concerns for update
  using (app_actor_kind() = 'system' or app_in_area('app.concern_area', neighbourhood_id));
--> statement-breakpoint
create policy concerns_erase on concerns for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table concern_texts enable row level security;
--> statement-breakpoint
create policy concern_texts_scope on concern_texts
  using (app_actor_kind() = 'system' or exists (select from concerns c where c.id = concern_id
    and (c.raised_by = app_account_id() or app_in_area('app.concern_area', c.neighbourhood_id))));
--> statement-breakpoint
alter table concern_supporters enable row level security;
--> statement-breakpoint
create policy concern_supporters_scope on concern_supporters
  using (app_is_platform_or_staff() or account_id = app_account_id());
--> statement-breakpoint
alter table concern_events enable row level security;
--> statement-breakpoint
create policy concern_events_scope on concern_events
  using (app_actor_kind() = 'system' or exists (select from concerns c where c.id = concern_id));
--> statement-breakpoint
alter table diversions enable row level security;
--> statement-breakpoint
create policy diversions_scope on diversions
  using (app_actor_kind() = 'system' or exists (select from concerns c where c.id = concern_id
    and (c.raised_by = app_account_id() or app_in_area('app.concern_area', c.neighbourhood_id))));
--> statement-breakpoint
alter table concern_appeals enable row level security;
--> statement-breakpoint
create policy concern_appeals_scope on concern_appeals
  using (app_actor_kind() = 'system' or exists (select from concerns c where c.id = concern_id
    and (c.raised_by = app_account_id() or app_in_area('app.concern_area', c.neighbourhood_id))));
--> statement-breakpoint
alter table threads enable row level security;
--> statement-breakpoint
create policy threads_scope on threads
  using (app_actor_kind() = 'system' or raised_by = app_account_id() or app_in_area('app.thread_area', neighbourhood_id));
--> statement-breakpoint
alter table thread_entries enable row level security;
--> statement-breakpoint
create policy thread_entries_scope on thread_entries
  using (app_actor_kind() = 'system' or exists (select from threads t where t.id = thread_id));
--> statement-breakpoint
-- A ballot is secret: the platform alone reads it, in the voter's place or to count.
alter table ballots enable row level security;
--> statement-breakpoint
create policy ballots_platform on ballots using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table cycle_keys enable row level security;
--> statement-breakpoint
create policy cycle_keys_platform on cycle_keys using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table ballot_batches enable row level security;
--> statement-breakpoint
create policy ballot_batches_staff on ballot_batches using (app_is_platform_or_staff());
--> statement-breakpoint
alter table batch_lines enable row level security;
--> statement-breakpoint
create policy batch_lines_platform on batch_lines using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table panel_votes enable row level security;
--> statement-breakpoint
create policy panel_votes_own on panel_votes using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table panel_interests enable row level security;
--> statement-breakpoint
create policy panel_interests_own on panel_interests using (app_is_platform_or_staff() or account_id = app_account_id());
--> statement-breakpoint
alter table resolution_members enable row level security;
--> statement-breakpoint
create policy resolution_members_scope on resolution_members
  using (app_is_platform_or_staff() or account_id = app_account_id());
--> statement-breakpoint
alter table followings enable row level security;
--> statement-breakpoint
create policy followings_own on followings using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table staff_preferences enable row level security;
--> statement-breakpoint
create policy staff_preferences_own on staff_preferences
  using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table staff_notices enable row level security;
--> statement-breakpoint
create policy staff_notices_own on staff_notices for select
  using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
create policy staff_notices_add on staff_notices for insert with check (app_actor_kind() <> '');
--> statement-breakpoint
create policy staff_notices_change on staff_notices for update using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy staff_notices_erase on staff_notices for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table page_reports enable row level security;
--> statement-breakpoint
create policy page_reports_scope on page_reports
  using (app_is_platform_or_staff() or reported_by = app_account_id());
--> statement-breakpoint
-- Residents decide: the database too refuses a panel vote of the police or of a partner.
create function panel_votes_residents() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from accounts a where a.id = new.account_id
      and (a.kind not in ('resident', 'member') or a.agency_id is not null or a.person_id is not null)) then
    raise exception 'the police and partners do not vote' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger panel_votes_residents before insert or update on panel_votes
  for each row execute function panel_votes_residents();
--> statement-breakpoint
-- A ballot is for candidates of the shortlist, each once, while the vote is open. Ballots of a batch were cast before
-- the vote closed and may be keyed afterwards, until the count is certified.
create function ballots_while_open() returns trigger language plpgsql as $$
declare
  stage_now cycle_stage;
begin
  -- Imports, restores and the demonstration's history bring ballots of votes that are over.
  if current_user <> 'safer_neighbourhoods' then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.choices = old.choices then
    return new;
  end if;
  select stage into stage_now from cycles where id = new.cycle_id;
  if stage_now is distinct from 'voting'
      and not (new.batch_id is not null and stage_now = 'panel'
        and not exists (select from tallies where cycle_id = new.cycle_id)) then
    raise exception 'the vote is closed' using errcode = '23514', constraint = 'ballots_while_open';
  end if;
  if exists (select from unnest(new.choices) as choice group by choice having count(*) > 1)
      or exists (select from unnest(new.choices) as choice where not exists (
        select from candidates c where c.cycle_id = new.cycle_id and c.number = choice and c.is_shortlisted)) then
    raise exception 'no such choice' using errcode = '23514', constraint = 'ballots_of_the_shortlist';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger ballots_while_open before insert or update on ballots
  for each row execute function ballots_while_open();
--> statement-breakpoint
-- A vote is closed once every ballot accepted before is written: each holds this lock in share (db/queries/ballot.ts).
-- Row locks would not do, for those who share one never make way for whoever wants to change the row.
create function cycles_wait_for_ballots() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ballots of ' || old.id, 0));
  return new;
end $$;
--> statement-breakpoint
create trigger cycles_wait_for_ballots before update of stage on cycles
  for each row when (old.stage = 'voting' and new.stage <> old.stage) execute function cycles_wait_for_ballots();
