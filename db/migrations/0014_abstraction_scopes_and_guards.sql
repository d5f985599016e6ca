create extension if not exists btree_gist;
--> statement-breakpoint
-- Nobody is on two duties at once.
alter table duties add constraint duties_no_overlap
  exclude using gist (post_id with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
-- What was written stays as it was written: another version follows it. Who wrote it may be forgotten.
create function abstraction_entries_stay() returns trigger language plpgsql as $$
declare
  before abstraction_entries := old;
begin
  if old.is_latest and not new.is_latest then
    before.is_latest := false;
  end if;
  if new.entered_by is null then
    before.entered_by := null;
  end if;
  if new.authorised_by is null then
    before.authorised_by := null;
  end if;
  if new is distinct from before then
    raise exception 'an entry is never changed: write its next version'
      using errcode = '23514', constraint = 'abstraction_entries_stay';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger abstraction_entries_stay before update on abstraction_entries
  for each row execute function abstraction_entries_stay();
--> statement-breakpoint
-- Almost six years: what the schedule of disposal counts as six may be a day shorter on the calendar.
create function abstraction_published_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.published_at < now() - interval '2190 days' then
    return old;
  end if;
  raise exception 'a published figure is never changed: publish its next revision'
    using errcode = '23514', constraint = 'abstraction_published_stays';
end $$;
--> statement-breakpoint
create trigger abstraction_published_stays before update or delete on abstraction_published
  for each row execute function abstraction_published_stays();
--> statement-breakpoint
create function abstraction_definitions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what a definition counts is never changed: adopt its next version'
    using errcode = '23514', constraint = 'abstraction_definitions_stay';
end $$;
--> statement-breakpoint
create trigger abstraction_definitions_stay before update or delete on abstraction_definition_codes
  for each row execute function abstraction_definitions_stay();
--> statement-breakpoint
-- Officers' duties and what they were used for are the police's own: which of them, the queries say.
alter table duties enable row level security;
--> statement-breakpoint
create policy duties_staff on duties using (app_is_platform_or_staff());
--> statement-breakpoint
alter table rosters enable row level security;
--> statement-breakpoint
create policy rosters_staff on rosters using (app_is_platform_or_staff());
--> statement-breakpoint
alter table roster_rows enable row level security;
--> statement-breakpoint
create policy roster_rows_staff on roster_rows using (app_is_platform_or_staff());
--> statement-breakpoint
alter table roster_mappings enable row level security;
--> statement-breakpoint
create policy roster_mappings_staff on roster_mappings using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_entries enable row level security;
--> statement-breakpoint
create policy abstraction_entries_staff on abstraction_entries using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_disputes enable row level security;
--> statement-breakpoint
create policy abstraction_disputes_staff on abstraction_disputes using (app_is_platform_or_staff());
--> statement-breakpoint
alter table response_teams enable row level security;
--> statement-breakpoint
create policy response_teams_staff on response_teams using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_requests enable row level security;
--> statement-breakpoint
create policy abstraction_requests_staff on abstraction_requests using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_authorities enable row level security;
--> statement-breakpoint
create policy abstraction_authorities_staff on abstraction_authorities using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_months enable row level security;
--> statement-breakpoint
create policy abstraction_months_staff on abstraction_months using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_month_codes enable row level security;
--> statement-breakpoint
create policy abstraction_month_codes_staff on abstraction_month_codes using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_month_hours enable row level security;
--> statement-breakpoint
create policy abstraction_month_hours_staff on abstraction_month_hours using (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_judgements enable row level security;
--> statement-breakpoint
create policy abstraction_judgements_staff on abstraction_judgements using (app_is_platform_or_staff());
--> statement-breakpoint
-- Panels and partnerships read what is done about a breach; the police write it.
alter table abstraction_improvements enable row level security;
--> statement-breakpoint
create policy abstraction_improvements_read on abstraction_improvements for select using (app_actor_kind() in ('system', 'staff', 'member'));
--> statement-breakpoint
create policy abstraction_improvements_add on abstraction_improvements for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvements_change on abstraction_improvements for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvements_erase on abstraction_improvements for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table abstraction_improvement_events enable row level security;
--> statement-breakpoint
create policy abstraction_improvement_events_read on abstraction_improvement_events for select using (app_actor_kind() in ('system', 'staff', 'member'));
--> statement-breakpoint
create policy abstraction_improvement_events_add on abstraction_improvement_events for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_events_change on abstraction_improvement_events for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_events_erase on abstraction_improvement_events for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table abstraction_improvement_actions enable row level security;
--> statement-breakpoint
create policy abstraction_improvement_actions_read on abstraction_improvement_actions for select using (app_actor_kind() in ('system', 'staff', 'member'));
--> statement-breakpoint
create policy abstraction_improvement_actions_add on abstraction_improvement_actions for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_actions_change on abstraction_improvement_actions for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_actions_erase on abstraction_improvement_actions for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table abstraction_improvement_reviews enable row level security;
--> statement-breakpoint
create policy abstraction_improvement_reviews_read on abstraction_improvement_reviews for select using (app_actor_kind() in ('system', 'staff', 'member'));
--> statement-breakpoint
create policy abstraction_improvement_reviews_add on abstraction_improvement_reviews for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_reviews_change on abstraction_improvement_reviews for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy abstraction_improvement_reviews_erase on abstraction_improvement_reviews for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
-- Everybody reads what an abstraction is and what was published.
alter table abstraction_definitions enable row level security;
--> statement-breakpoint
create policy abstraction_definitions_read on abstraction_definitions for select using (true);
--> statement-breakpoint
create policy abstraction_definitions_add on abstraction_definitions for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_definition_codes enable row level security;
--> statement-breakpoint
create policy abstraction_definition_codes_read on abstraction_definition_codes for select using (true);
--> statement-breakpoint
create policy abstraction_definition_codes_add on abstraction_definition_codes for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
alter table abstraction_published enable row level security;
--> statement-breakpoint
create policy abstraction_published_read on abstraction_published for select using (true);
--> statement-breakpoint
create policy abstraction_published_add on abstraction_published for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
-- What every force begins with: nobody has agreed it yet.
insert into abstraction_definitions (version, words, notes, effective_from, agreed_by, change, adopted_at) values (1,
  'An abstraction is any period of rostered neighbourhood duty in which a Safer Neighbourhoods Team post-holder (sergeant, constable or PCSO) is used for work that is not neighbourhood duty.',
  'Neighbourhood duty is work on a neighbourhood’s engagement, local priorities, problem-solving, visible patrol, community information and partnership working, and the supervision, briefing, training for the role and administration that these need.

Not being at work at all (leave, rest day, sickness, parental or other approved absence, time off in lieu) is unavailability. It is counted apart: it is never abstraction and never neighbourhood duty.

It is abstraction whoever asked, whether or not it was authorised, and however worthwhile the work was.',
  '2000-01-01', '[]', 'The first definition.', '2000-01-01T00:00:00Z');
--> statement-breakpoint
insert into abstraction_definition_codes (version, code, place, words, kind, counts_a, counts_b, note) values
  (1, 'R1', 1, 'Response minimum-staffing cover', 'abstraction', true, true, 'Names the team, its minimum and its actual strength'),
  (1, 'R2', 2, 'Directed response to calls outside the plan', 'abstraction', true, true, 'Help on sight in the own neighbourhood is N3'),
  (1, 'C1', 3, 'Custody, constant observation, hospital guard, prisoner transport', 'abstraction', true, true, ''),
  (1, 'A1', 4, 'Aid inside the force, outside the own neighbourhood', 'abstraction', true, true, 'Events, public order, football'),
  (1, 'A2', 5, 'Mutual aid to another force', 'abstraction', true, true, ''),
  (1, 'S1', 6, 'Scene guard, search, missing person or house-to-house for others', 'abstraction', true, true, ''),
  (1, 'I1', 7, 'Investigation or prisoner work not from a neighbourhood priority', 'abstraction', true, true, ''),
  (1, 'D1', 8, 'Front counter, control room or contact centre cover', 'abstraction', true, true, ''),
  (1, 'P1', 9, 'Attached or acting elsewhere, up to 28 days', 'abstraction', true, true, 'After 28 days the post is vacant'),
  (1, 'T2', 10, 'Training not for the SNT role', 'abstraction', true, true, ''),
  (1, 'L1', 11, 'Court or tribunal not from neighbourhood work', 'abstraction', true, true, ''),
  (1, 'T1', 12, 'Training for the SNT role', 'abstraction', false, true, 'Modules, PCSO course, mandatory refreshers'),
  (1, 'L2', 13, 'Court arising from own neighbourhood work', 'abstraction', false, true, ''),
  (1, 'W1', 14, 'Occupational health or statutory staff-association duty', 'abstraction', false, true, ''),
  (1, 'N1', 15, 'Neighbourhood duty, own neighbourhood', 'neighbourhood', false, false, 'What a duty is when nothing else is logged'),
  (1, 'N2', 16, 'Neighbourhood duty in another neighbourhood', 'neighbourhood', false, false, 'Shown as lent by the own neighbourhood'),
  (1, 'N3', 17, 'Emergency help on sight in own neighbourhood, up to 60 minutes', 'neighbourhood', false, false, 'Beyond 60 minutes it is R2'),
  (1, 'N4', 18, 'Partnership meeting, consultation, school, supervision, briefing, review', 'neighbourhood', false, false, ''),
  (1, 'U1', 19, 'Annual leave', 'unavailable', false, false, ''),
  (1, 'U2', 20, 'Rest day', 'unavailable', false, false, ''),
  (1, 'U3', 21, 'Sickness', 'unavailable', false, false, ''),
  (1, 'U4', 22, 'Parental leave', 'unavailable', false, false, ''),
  (1, 'U5', 23, 'Time off in lieu', 'unavailable', false, false, ''),
  (1, 'U6', 24, 'Suspension', 'unavailable', false, false, ''),
  (1, 'U7', 25, 'Career break or other approved absence', 'unavailable', false, false, '');
--> statement-breakpoint
insert into abstraction_authorities (code, over_minutes, authority, told) values
  ('R1', 0, 'duty-inspector', 'inspector'), ('R1', 240, 'inspector', null),
  ('R2', 0, 'duty-inspector', 'inspector'), ('R2', 240, 'inspector', null),
  ('A1', 0, 'commander', 'inspector'), ('A2', 0, 'chief-officer', 'commander'),
  ('C1', 0, 'inspector', null), ('S1', 0, 'inspector', null), ('I1', 0, 'inspector', null),
  ('D1', 0, 'inspector', null), ('P1', 0, 'commander', 'inspector'), ('T2', 0, 'inspector', null),
  ('L1', 0, 'inspector', null);
