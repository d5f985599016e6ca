-- Search that forgives spelling.
create function practice_words(practice_items) returns text language sql immutable as
$$ select lower($1.title || ' ' || $1.problem || ' ' || $1.response) $$;
--> statement-breakpoint
create index practice_items_words on practice_items using gin (practice_words(practice_items.*) gin_trgm_ops)
  where published_at is not null;
--> statement-breakpoint
-- The restricted layer of a plan: whoever is no member of staff reads the fields of the public layer and no other.
-- A test holds this list to the one in app/domain/plan/fields.ts.
alter table plan_fields enable row level security;
--> statement-breakpoint
create policy plan_fields_read on plan_fields for select
  using (app_is_platform_or_staff() or name in (
    'objective', 'measure', 'baseline', 'baselinePeriod', 'target', 'targetDate', 'dataSource', 'what',
    'where', 'when', 'affected', 'residentsSay', 'tried', 'causes', 'asPlanned', 'after', 'afterPeriod',
    'seasonBefore', 'comparison', 'moved', 'feelingSafe', 'rating', 'notAchieved', 'sustaining'
  ));
--> statement-breakpoint
create policy plan_fields_add on plan_fields for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy plan_fields_change on plan_fields for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy plan_fields_erase on plan_fields for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table plan_changes enable row level security;
--> statement-breakpoint
create policy plan_changes_read on plan_changes for select using (app_is_platform_or_staff());
--> statement-breakpoint
create policy plan_changes_add on plan_changes for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
-- What was written stays as it was written; only who wrote it may be forgotten, and the whole after its time.
create policy plan_changes_forget on plan_changes for update using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy plan_changes_erase on plan_changes for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table plan_reviews enable row level security;
--> statement-breakpoint
create policy plan_reviews_staff on plan_reviews using (app_is_platform_or_staff());
--> statement-breakpoint
-- What a resident says of a priority is theirs; the platform counts it, and shows staff the reasons without the name.
alter table feedback_replies enable row level security;
--> statement-breakpoint
create policy feedback_replies_own on feedback_replies
  using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table feedback_asks enable row level security;
--> statement-breakpoint
create policy feedback_asks_platform on feedback_asks using (app_actor_kind() = 'system');
--> statement-breakpoint
-- Residents decide: the database too refuses an answer of the police or of a partner, and any that comes too late.
create function feedback_replies_residents() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.account_id is not null and exists (select from accounts a where a.id = new.account_id
      and (a.kind not in ('resident', 'member') or a.agency_id is not null or a.person_id is not null)) then
    raise exception 'the police and partners do not answer' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger feedback_replies_residents before insert or update of account_id, answer on feedback_replies
  for each row execute function feedback_replies_residents();
--> statement-breakpoint
create function feedback_replies_while_open() returns trigger language plpgsql as $$
begin
  -- Restores and the demonstration's history bring answers of rounds that are over.
  if current_user <> 'safer_neighbourhoods' then
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('feedback of ' || new.round_id, 0));
  if exists (select from feedback_rounds where id = new.round_id and closed_at is not null) then
    raise exception 'the round is closed' using errcode = '23514', constraint = 'feedback_replies_while_open';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger feedback_replies_while_open before insert or update of answer on feedback_replies
  for each row execute function feedback_replies_while_open();
--> statement-breakpoint
-- A round is counted once every answer accepted before is written: each holds this lock in share.
create function feedback_rounds_wait() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('feedback of ' || old.id, 0));
  return new;
end $$;
--> statement-breakpoint
create trigger feedback_rounds_wait before update of closed_at on feedback_rounds
  for each row when (old.closed_at is null and new.closed_at is not null) execute function feedback_rounds_wait();
--> statement-breakpoint
-- Nothing is signed off until the people who live there say so: the last round of feedback reached its rule, or had too
-- few replies, and a quorate panel resolved it afterwards. At the end of the transaction, so that its parts may come in
-- any order.
create function priorities_signed_off() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from feedback_rounds f
    inner join resolution_items i on i.priority_id = f.priority_id and i.is_carried
    inner join resolutions r on r.id = i.resolution_id and r.kind::text = 'sign-off' and r.state = 'decided'
      and r.present >= r.quorum and r.decided_at >= f.closed_at
    where f.priority_id = new.id and f.kind = 'sign-off' and (f.is_passed or f.is_few_replies)
      and f.number = (select max(l.number) from feedback_rounds l where l.priority_id = new.id and l.kind = 'sign-off')
  ) then
    raise exception 'not signed off by residents and the panel'
      using errcode = '23514', constraint = 'priorities_signed_off';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger priorities_signed_off after insert or update of state on priorities
  deferrable initially deferred for each row when (new.state = 'signed-off') execute function priorities_signed_off();
