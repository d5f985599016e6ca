-- What reading the second wall again found: whoever shares one neighbourhood of a group does not read the whole of it
-- beyond the local level, whoever answers for a priority reads what serves it, nobody but the platform erases what was
-- written down, and whoever was only asked writes their own words alone.
drop policy impact_assessments_add on impact_assessments;
--> statement-breakpoint
drop policy impact_assessments_read on impact_assessments;
--> statement-breakpoint
drop policy tasking_actions_met on tasking_actions;
--> statement-breakpoint
drop policy tasking_escalations_staff on tasking_escalations;
--> statement-breakpoint
drop policy tasking_group_neighbourhoods_scope on tasking_group_neighbourhoods;
--> statement-breakpoint
drop policy tasking_groups_change on tasking_groups;
--> statement-breakpoint
drop policy tasking_members_scope on tasking_members;
--> statement-breakpoint
drop policy tasking_attendances_write on tasking_attendances;
--> statement-breakpoint
drop policy tasking_carried_write on tasking_carried;
--> statement-breakpoint
drop policy tasking_entries_write on tasking_entries;
--> statement-breakpoint
drop policy tasking_meetings_scope on tasking_meetings;
--> statement-breakpoint
drop policy tasking_public_lines_write on tasking_public_lines;
--> statement-breakpoint
create function app_is_whole_in_area(area text, neighbourhood_ids uuid[]) returns boolean language sql immutable as
$$ select case area when '' then false when 'force' then true
  else cardinality(neighbourhood_ids) > 0 and neighbourhood_ids <@ area::uuid[] end $$;
--> statement-breakpoint
-- The groups whose joint work the actor reads whole.
create or replace function app_tasking_groups() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from tasking_groups g
  where app_actor_kind() = 'system'
    or (
      (
        -- A part of a local group's area is enough for the police; of all others, and for a partner, it takes the whole.
        (not g.is_force and case
          when app_actor_kind() = 'staff' and g.level = 'local' then app_is_in_area(app_tasking_area(), array(
            select n.neighbourhood_id from tasking_group_neighbourhoods n where n.group_id = g.id))
          else app_is_whole_in_area(app_tasking_area(), array(
            select n.neighbourhood_id from tasking_group_neighbourhoods n where n.group_id = g.id))
        end)
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
-- The priorities of an officer's area, with all that serves them, whichever group gave it. Of the whole force every group
-- is read already.
create function app_tasking_priorities() returns setof uuid
language sql stable security definer rows 50 set search_path = public, pg_temp as $$
  select p.id from priorities p
  where app_actor_kind() = 'staff' and p.neighbourhood_id = any (
    case when app_tasking_area() in ('', 'force') then '{}'::uuid[] else app_tasking_area()::uuid[] end)
$$;
--> statement-breakpoint
-- The groups of which somebody knows that they are there: those they sit in, and those that asked something of them or of
-- what serves a priority of their area.
create or replace function app_tasking_known_groups() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select l.group_id from app_agency_groups() l
  where exists (select from tasking_members m where m.group_id = l.group_id and m.agency_id = l.agency_id and m.left_at is null)
    or exists (select from tasking_actions a where a.group_id = l.group_id and a.agency_id = l.agency_id)
  union
  select m.group_id from tasking_members m
  where m.account_id = app_account_id() and m.left_at is null and app_actor_kind() = 'staff'
  union
  select a.group_id from tasking_actions a
  where a.owner_id = app_account_id() and app_actor_kind() = 'staff'
  union
  select a.group_id from tasking_actions a
  where a.priority_id in (select app_tasking_priorities())
$$;
--> statement-breakpoint
create or replace function app_impact_assessments() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from impact_assessments a
  where app_actor_kind() = 'system'
    or (app_impact_area() <> '' and app_is_in_area(app_impact_area(), array(
      select n.neighbourhood_id from impact_neighbourhoods n where n.assessment_id = a.id)))
$$;
--> statement-breakpoint
create policy tasking_meetings_read on tasking_meetings for select using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_meetings_add on tasking_meetings for insert with check (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_meetings_change on tasking_meetings for update using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_meetings_erase on tasking_meetings for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_actions_met on tasking_actions for select using (
  (agency_id, group_id) in (select l.agency_id, l.group_id from app_agency_groups() l)
  or id in (select app_tasking_met_actions())
  or priority_id in (select app_tasking_priorities())
  or (app_actor_kind() = 'staff' and owner_id = app_account_id()));
--> statement-breakpoint
create policy tasking_attendances_add on tasking_attendances for insert with check (
  exists (select from tasking_meetings m
    where m.id = tasking_attendances.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_attendances_change on tasking_attendances for update using (
  exists (select from tasking_meetings m
    where m.id = tasking_attendances.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_attendances_erase on tasking_attendances for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_entries_add on tasking_entries for insert with check (
  exists (select from tasking_meetings m
    where m.id = tasking_entries.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_entries_change on tasking_entries for update using (
  exists (select from tasking_meetings m
    where m.id = tasking_entries.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_entries_erase on tasking_entries for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_carried_add on tasking_carried for insert with check (
  exists (select from tasking_meetings m
    where m.id = tasking_carried.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_carried_change on tasking_carried for update using (
  exists (select from tasking_meetings m
    where m.id = tasking_carried.meeting_id and m.group_id in (select app_tasking_groups())));
--> statement-breakpoint
create policy tasking_carried_erase on tasking_carried for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
-- Who sits in a group, who leads it and where it works is written by the platform, once the chair was asked for.
create policy tasking_groups_change on tasking_groups for update using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_group_neighbourhoods_read on tasking_group_neighbourhoods for select using (
  group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_group_neighbourhoods_write on tasking_group_neighbourhoods using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_members_read on tasking_members for select using (group_id in (select app_tasking_groups()));
--> statement-breakpoint
create policy tasking_members_write on tasking_members using (app_actor_kind() = 'system');
--> statement-breakpoint
-- An item goes again as long as its meeting goes on; its entries hold it where something was said of it.
create policy tasking_items_erase on tasking_items as restrictive for delete using (
  app_actor_kind() = 'system'
  or exists (select from tasking_meetings m where m.id = tasking_items.meeting_id and m.state in ('called', 'open')));
--> statement-breakpoint
create policy tasking_actions_erase on tasking_actions as restrictive for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_escalations_read on tasking_escalations for select using (app_is_platform_or_staff());
--> statement-breakpoint
create policy tasking_escalations_write on tasking_escalations using (app_actor_kind() = 'system');
--> statement-breakpoint
-- Only a draft loses a party; of what was signed, parties leave.
create policy agreement_parties_draft on agreement_parties as restrictive for delete using (
  app_actor_kind() = 'system'
  or exists (select from agreements a where a.id = agreement_parties.agreement_id and a.state = 'draft'));
--> statement-breakpoint
create policy impact_consultations_erase on impact_consultations as restrictive for delete using (
  app_actor_kind() = 'system');
--> statement-breakpoint
create policy impact_reviews_erase on impact_reviews as restrictive for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy impact_actions_erase on impact_actions as restrictive for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy tasking_public_lines_write on tasking_public_lines using (app_actor_kind() = 'system');
--> statement-breakpoint
-- The platform is named by itself: a row that a statement adds is not there yet for what the function asks.
create policy impact_assessments_read on impact_assessments for select using (
  app_actor_kind() = 'system' or id in (select app_impact_assessments()));
--> statement-breakpoint
-- It has no neighbourhood yet by which anybody would read it: the platform adds it once the permission was asked.
create policy impact_assessments_add on impact_assessments for insert with check (app_actor_kind() = 'system');
--> statement-breakpoint
-- Whoever was only asked to a meeting says whether they come and makes their declaration, until it is over; the rest is
-- found at the door.
create function tasking_attendances_own() returns trigger language plpgsql as $$
declare
  before tasking_attendances := old;
begin
  if exists (select from tasking_meetings m
    where m.id = old.meeting_id and m.group_id in (select app_tasking_groups())) then
    return new;
  end if;
  if exists (select from tasking_meetings m where m.id = old.meeting_id and m.state in ('called', 'open')) then
    if new.state in ('coming', 'apologies') and old.state not in ('present', 'absent') then
      before.state := new.state;
    end if;
    before.declared_at := coalesce(old.declared_at, new.declared_at);
    before.version := new.version;
  end if;
  if new is distinct from before then
    raise exception 'of a meeting one says oneself whether one comes, and nothing else'
      using errcode = '23514', constraint = 'tasking_attendances_own';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasking_attendances_own before update on tasking_attendances
  for each row when (app_actor_kind() in ('staff', 'member')) execute function tasking_attendances_own();
--> statement-breakpoint
-- An adviser writes the advice, and nothing else of what was put to them.
create function impact_consultations_own() returns trigger language plpgsql as $$
declare
  before impact_consultations := old;
begin
  if app_impact_area() <> '' and old.assessment_id in (select app_impact_assessments()) then
    return new;
  end if;
  before.advice := new.advice;
  before.advised_at := new.advised_at;
  if new is distinct from before then
    raise exception 'an adviser writes the advice and nothing else'
      using errcode = '23514', constraint = 'impact_consultations_own';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger impact_consultations_own before update on impact_consultations
  for each row when (app_actor_kind() in ('staff', 'member')) execute function impact_consultations_own();
--> statement-breakpoint
-- No meeting is finished while an action that was carried to it has no outcome, nobody was present, or nothing is said of
-- somebody who was asked to it and did not lose it since.
create or replace function tasking_meetings_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from tasking_carried c where c.meeting_id = new.id and c.outcome is null) then
    raise exception 'an action that was carried to this meeting has no outcome'
      using errcode = '23514', constraint = 'tasking_meetings_carried';
  end if;
  if not exists (select from tasking_attendances t where t.meeting_id = new.id and t.state = 'present') then
    raise exception 'nobody is recorded as present'
      using errcode = '23514', constraint = 'tasking_meetings_attendance';
  end if;
  if exists (
    select from tasking_attendances t
    where t.meeting_id = new.id and t.withdrawn_at is null and t.state in ('invited', 'coming')
  ) then
    raise exception 'nothing is said of somebody who was asked to this meeting'
      using errcode = '23514', constraint = 'tasking_meetings_attendance';
  end if;
  return new;
end $$;
