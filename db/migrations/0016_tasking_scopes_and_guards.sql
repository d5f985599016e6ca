-- Joint work is restricted, and partners are tenants. What of it an actor reads is decided here once more, whatever the
-- queries ask: by the area of a role, by a seat in a group, by an invitation, by what their agency was asked; and for a
-- partner never without a live information-sharing agreement. The functions see all rows; they answer with ids alone.
create function app_today() returns date language sql stable as
$$ select (now() at time zone 'Europe/London')::date $$;
--> statement-breakpoint
create function app_is_in_area(area text, neighbourhood_ids uuid[]) returns boolean language sql immutable as
$$ select case area when '' then false when 'force' then true else neighbourhood_ids && area::uuid[] end $$;
--> statement-breakpoint
create function app_tasking_area() returns text language sql stable as
$$ select coalesce(current_setting('app.tasking_area', true), '') $$;
--> statement-breakpoint
create function app_impact_area() returns text language sql stable as
$$ select coalesce(current_setting('app.impact_area', true), '') $$;
--> statement-breakpoint
-- The agencies the actor speaks for, each with the groups that a live agreement of theirs covers.
create function app_agency_groups() returns table (agency_id uuid, group_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.agency_id, g.id
  from agreement_parties p
  join agreements a on a.id = p.agreement_id
  join tasking_groups g on a.partnership_id is null or a.partnership_id = g.partnership_id
  where p.agency_id = any (app_agency_ids())
    and p.signed_on <= app_today() and p.left_at is null
    and a.state = 'signed' and app_today() between a.starts_on and a.review_by
$$;
--> statement-breakpoint
-- The groups whose joint work the actor reads whole.
create function app_tasking_groups() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from tasking_groups g
  where app_actor_kind() = 'system'
    or (
      (
        (not g.is_force and app_is_in_area(app_tasking_area(), array(
          select n.neighbourhood_id from tasking_group_neighbourhoods n where n.group_id = g.id)))
        or (g.is_force and app_tasking_area() = 'force')
        or app_account_id() in (g.chair_id, g.deputy_id)
      )
      and (
        app_actor_kind() = 'staff'
        or (app_actor_kind() = 'member' and g.id in (select l.group_id from app_agency_groups() l))
      )
    )
$$;
--> statement-breakpoint
-- The meetings the actor was asked to and is still of, besides those of the groups above.
create function app_tasking_meetings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select t.meeting_id from tasking_attendances t
  join tasking_meetings m on m.id = t.meeting_id
  where t.account_id = app_account_id() and t.withdrawn_at is null
    and (
      app_actor_kind() = 'staff'
      or (app_actor_kind() = 'member'
        and (t.agency_id, m.group_id) in (select l.agency_id, l.group_id from app_agency_groups() l))
    )
$$;
--> statement-breakpoint
-- The actions that were given or carried in those meetings.
create function app_tasking_met_actions() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select e.action_id from tasking_entries e
  where e.action_id is not null and e.meeting_id in (select app_tasking_meetings())
  union
  select c.action_id from tasking_carried c where c.meeting_id in (select app_tasking_meetings())
$$;
--> statement-breakpoint
-- The groups of which a partner knows that they are there: those they sit in, and those that asked something of them.
create function app_tasking_known_groups() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select l.group_id from app_agency_groups() l
  where exists (select from tasking_members m where m.group_id = l.group_id and m.agency_id = l.agency_id and m.left_at is null)
    or exists (select from tasking_actions a where a.group_id = l.group_id and a.agency_id = l.agency_id)
  union
  select m.group_id from tasking_members m
  where m.account_id = app_account_id() and m.left_at is null and app_actor_kind() = 'staff'
$$;
--> statement-breakpoint
create function app_impact_assessments() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from impact_assessments a
  where app_actor_kind() = 'system'
    or (app_impact_area() <> '' and (
      a.opened_by = app_account_id()
      or app_is_in_area(app_impact_area(), array(
        select n.neighbourhood_id from impact_neighbourhoods n where n.assessment_id = a.id))))
$$;
--> statement-breakpoint
alter table agreements enable row level security;
--> statement-breakpoint
create policy agreements_read on agreements for select using (
  app_is_platform_or_staff()
  or exists (select from agreement_parties p where p.agreement_id = agreements.id and p.agency_id = any (app_agency_ids())));
--> statement-breakpoint
create policy agreements_add on agreements for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy agreements_change on agreements for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy agreements_erase on agreements for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table agreement_parties enable row level security;
--> statement-breakpoint
create policy agreement_parties_read on agreement_parties for select using (
  app_is_platform_or_staff() or agency_id = any (app_agency_ids()));
--> statement-breakpoint
create policy agreement_parties_add on agreement_parties for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy agreement_parties_change on agreement_parties for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy agreement_parties_erase on agreement_parties for delete using (app_is_platform_or_staff());
--> statement-breakpoint
alter table agreement_warnings enable row level security;
--> statement-breakpoint
create policy agreement_warnings_staff on agreement_warnings using (app_is_platform_or_staff());
--> statement-breakpoint
alter table agency_keys enable row level security;
--> statement-breakpoint
create policy agency_keys_staff on agency_keys using (app_is_platform_or_staff());
--> statement-breakpoint
alter table agency_leads enable row level security;
--> statement-breakpoint
create policy agency_leads_scope on agency_leads using (app_is_platform_or_staff());
--> statement-breakpoint
alter table tasking_groups enable row level security;
--> statement-breakpoint
create policy tasking_groups_read on tasking_groups for select using (
  id in (select app_tasking_groups()) or id in (select app_tasking_known_groups())
  or (app_actor_kind() = 'staff' and id in (
    select m.group_id from tasking_meetings m where m.id in (select app_tasking_meetings()))));
--> statement-breakpoint
create policy tasking_groups_add on tasking_groups for insert with check (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_groups_change on tasking_groups for update using (id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_groups_erase on tasking_groups for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table tasking_group_neighbourhoods enable row level security;
--> statement-breakpoint
create policy tasking_group_neighbourhoods_scope on tasking_group_neighbourhoods using (
  group_id in (select app_tasking_groups()));
--> statement-breakpoint
alter table tasking_members enable row level security;
--> statement-breakpoint
create policy tasking_members_scope on tasking_members using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_members_own on tasking_members for select using (
  account_id = app_account_id() and group_id in (select app_tasking_known_groups()));
--> statement-breakpoint
alter table tasking_meetings enable row level security;
--> statement-breakpoint
create policy tasking_meetings_scope on tasking_meetings using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_meetings_asked on tasking_meetings for select using (id in (select app_tasking_meetings()));
--> statement-breakpoint
alter table tasking_attendances enable row level security;
--> statement-breakpoint
create policy tasking_attendances_read on tasking_attendances for select using (
  exists (select from tasking_meetings m where m.id = tasking_attendances.meeting_id));
--> statement-breakpoint
create policy tasking_attendances_write on tasking_attendances using (
  exists (select from tasking_meetings m
    where m.id = tasking_attendances.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
-- Whoever was asked says themselves whether they come, and makes their own declaration.
create policy tasking_attendances_own on tasking_attendances for update using (
  account_id = app_account_id() and meeting_id in (select app_tasking_meetings()));
--> statement-breakpoint
alter table tasking_items enable row level security;
--> statement-breakpoint
create policy tasking_items_read on tasking_items for select using (
  exists (select from tasking_meetings m where m.id = tasking_items.meeting_id));
--> statement-breakpoint
create policy tasking_items_write on tasking_items using (
  exists (select from tasking_meetings m
    where m.id = tasking_items.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
alter table tasking_entries enable row level security;
--> statement-breakpoint
create policy tasking_entries_read on tasking_entries for select using (
  exists (select from tasking_meetings m where m.id = tasking_entries.meeting_id));
--> statement-breakpoint
create policy tasking_entries_write on tasking_entries using (
  exists (select from tasking_meetings m
    where m.id = tasking_entries.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
alter table tasking_carried enable row level security;
--> statement-breakpoint
create policy tasking_carried_read on tasking_carried for select using (
  exists (select from tasking_meetings m where m.id = tasking_carried.meeting_id));
--> statement-breakpoint
create policy tasking_carried_write on tasking_carried using (
  exists (select from tasking_meetings m
    where m.id = tasking_carried.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
alter table tasking_actions enable row level security;
--> statement-breakpoint
create policy tasking_actions_scope on tasking_actions using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_actions_met on tasking_actions for select using (
  (agency_id, group_id) in (select l.agency_id, l.group_id from app_agency_groups() l)
  or id in (select app_tasking_met_actions())
  or (app_actor_kind() = 'staff' and owner_id = app_account_id()));
--> statement-breakpoint
create policy tasking_actions_asked on tasking_actions for update
  using (
    (agency_id, group_id) in (select l.agency_id, l.group_id from app_agency_groups() l)
    or (app_actor_kind() = 'staff' and owner_id = app_account_id()))
  with check (
    (agency_id, group_id) in (select l.agency_id, l.group_id from app_agency_groups() l)
    or (app_actor_kind() = 'staff' and owner_id = app_account_id()));
--> statement-breakpoint
alter table tasking_action_events enable row level security;
--> statement-breakpoint
create policy tasking_action_events_read on tasking_action_events for select using (
  exists (select from tasking_actions a where a.id = tasking_action_events.action_id));
--> statement-breakpoint
create policy tasking_action_events_add on tasking_action_events for insert with check (
  exists (select from tasking_actions a where a.id = tasking_action_events.action_id));
--> statement-breakpoint
create policy tasking_action_events_change on tasking_action_events for update using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_action_events_erase on tasking_action_events for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table tasking_escalations enable row level security;
--> statement-breakpoint
create policy tasking_escalations_staff on tasking_escalations using (app_is_platform_or_staff());
--> statement-breakpoint
-- Everybody reads the public line; only whoever reads the whole action writes it.
alter table tasking_public_lines enable row level security;
--> statement-breakpoint
create policy tasking_public_lines_read on tasking_public_lines for select using (true);
--> statement-breakpoint
create policy tasking_public_lines_write on tasking_public_lines using (app_is_platform_or_staff());
--> statement-breakpoint
alter table impact_assessments enable row level security;
--> statement-breakpoint
create policy impact_assessments_read on impact_assessments for select using (
  id in (select app_impact_assessments()) or (app_impact_area() <> '' and opened_by = app_account_id()));
--> statement-breakpoint
create policy impact_assessments_add on impact_assessments for insert with check (
  app_actor_kind() = 'system' or app_impact_area() <> '');
--> statement-breakpoint
create policy impact_assessments_change on impact_assessments for update using (
  app_actor_kind() = 'system' or (app_impact_area() <> '' and id in (select app_impact_assessments())));
--> statement-breakpoint
create policy impact_assessments_erase on impact_assessments for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table impact_neighbourhoods enable row level security;
--> statement-breakpoint
create policy impact_neighbourhoods_scope on impact_neighbourhoods using (
  exists (select from impact_assessments a where a.id = impact_neighbourhoods.assessment_id));
--> statement-breakpoint
alter table impact_consultations enable row level security;
--> statement-breakpoint
create policy impact_consultations_scope on impact_consultations using (
  app_actor_kind() = 'system'
  or (app_impact_area() <> '' and assessment_id in (select app_impact_assessments())));
--> statement-breakpoint
-- An adviser reads and answers what was put to them, and nothing else of the assessment.
create policy impact_consultations_read_own on impact_consultations for select using (adviser_id = app_account_id());
--> statement-breakpoint
create policy impact_consultations_answer on impact_consultations for update
  using (adviser_id = app_account_id()) with check (adviser_id = app_account_id());
--> statement-breakpoint
alter table impact_reviews enable row level security;
--> statement-breakpoint
create policy impact_reviews_scope on impact_reviews using (
  app_actor_kind() = 'system' or (app_impact_area() <> '' and assessment_id in (select app_impact_assessments())));
--> statement-breakpoint
alter table impact_actions enable row level security;
--> statement-breakpoint
create policy impact_actions_scope on impact_actions using (
  app_actor_kind() = 'system' or (app_impact_area() <> '' and assessment_id in (select app_impact_assessments())));
--> statement-breakpoint
-- What was written down in a meeting stays as it was written: an entry that replaces it follows. Who wrote it may be forgotten.
create function tasking_entries_stay() returns trigger language plpgsql as $$
declare
  before tasking_entries := old;
begin
  if new.by is null then
    before.by := null;
  end if;
  if new is distinct from before then
    raise exception 'an entry of a meeting is never changed: write one that replaces it'
      using errcode = '23514', constraint = 'tasking_entries_stay';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasking_entries_stay before update on tasking_entries
  for each row execute function tasking_entries_stay();
--> statement-breakpoint
-- A meeting whose minutes are finished takes no more.
create function tasking_entries_in_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from tasking_meetings m where m.id = new.meeting_id and m.state in ('finished', 'cancelled')) then
    raise exception 'the minutes of this meeting are finished'
      using errcode = '23514', constraint = 'tasking_entries_in_session';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasking_entries_in_session before insert on tasking_entries
  for each row when (app_actor_kind() <> 'system') execute function tasking_entries_in_session();
--> statement-breakpoint
-- No meeting is finished while an action that was carried to it has no outcome, or nobody was present.
create function tasking_meetings_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from tasking_carried c where c.meeting_id = new.id and c.outcome is null) then
    raise exception 'an action that was carried to this meeting has no outcome'
      using errcode = '23514', constraint = 'tasking_meetings_carried';
  end if;
  if not exists (select from tasking_attendances t where t.meeting_id = new.id and t.state = 'present') then
    raise exception 'nobody is recorded as present'
      using errcode = '23514', constraint = 'tasking_meetings_attendance';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasking_meetings_whole before update of state on tasking_meetings
  for each row when (new.state = 'finished' and old.state <> 'finished') execute function tasking_meetings_whole();
