-- All work but migrations, imports and restores runs under this role: it owns nothing and bypasses nothing. A role
-- belongs to the whole server, so another database may have made it already, or be making it now.
do $$
begin
  if not exists (select from pg_roles where rolname = 'safer_neighbourhoods') then
    create role safer_neighbourhoods nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$
begin
  if not pg_has_role(current_user, 'safer_neighbourhoods', 'member') then
    execute format('grant safer_neighbourhoods to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
grant usage on schema public to safer_neighbourhoods;
--> statement-breakpoint
grant select on all tables in schema public to safer_neighbourhoods;
--> statement-breakpoint
grant insert, update, delete on accounts, identities, residents, resident_connections, appointments, absences,
  sessions, email_codes, challenges, allowances, invitations, passkeys, passwords, authenticators, messages,
  mail_stops, background_tasks, retention_runs, member_agreements, lost_proofs to safer_neighbourhoods;
--> statement-breakpoint
grant insert, update on agencies to safer_neighbourhoods;
--> statement-breakpoint
grant insert on audit_events to safer_neighbourhoods;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to safer_neighbourhoods;
--> statement-breakpoint
alter default privileges in schema public grant usage on sequences to safer_neighbourhoods;
--> statement-breakpoint
create function app_actor_kind() returns text language sql stable as
$$ select coalesce(current_setting('app.actor_kind', true), '') $$;
--> statement-breakpoint
create function app_account_id() returns uuid language sql stable as
$$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_agency_ids() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('app.agency_ids', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- The audit rows that a reader may see: of nowhere unless it is set, of the force, or of their neighbourhoods.
create function app_reads_audit(neighbourhood_id uuid) returns boolean language sql stable as
$$ select case coalesce(current_setting('app.audit_area', true), '')
     when '' then false
     when 'force' then true
     else neighbourhood_id = any (current_setting('app.audit_area', true)::uuid[])
   end $$;
--> statement-breakpoint
-- The one definition of a row's hash: an array has no keys to reorder, and jsonb has one way to be written.
create function audit_hash(event audit_events) returns text language sql immutable as
$$ select encode(sha256(convert_to(jsonb_build_array(
     event.number, (extract(epoch from event.at) * 1000)::bigint, event.action, event.actor_kind, event.actor_id,
     event.subject_kind, event.subject_id, event.neighbourhood_id, event.agency_id, event.reason, event.request_id,
     event.details, event.previous)::text, 'UTF8')), 'hex') $$;
--> statement-breakpoint
-- One writer at a time gets the next number, and holds it to the end of its transaction: record last.
create function audit_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(72031042007);
  select number, hash into last from audit_events order by number desc limit 1;
  if not found then
    select number, hash into last from audit_seals order by number desc limit 1;
  end if;
  new.number := coalesce(last.number, 0) + 1;
  new.previous := coalesce(last.hash, repeat('0', 64));
  new.hash := audit_hash(new);
  return new;
end $$;
--> statement-breakpoint
create trigger audit_chain before insert on audit_events for each row execute function audit_chain();
--> statement-breakpoint
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger audit_refuse_change before update or delete on audit_events
  for each row execute function audit_refuse();
--> statement-breakpoint
create trigger audit_refuse_truncate before truncate on audit_events
  for each statement execute function audit_refuse();
--> statement-breakpoint
alter table audit_events add constraint audit_events_no_address check (details::text !~ '@');
--> statement-breakpoint
alter table audit_events enable row level security;
--> statement-breakpoint
create policy audit_events_read on audit_events for select
  using (app_actor_kind() = 'system' or app_reads_audit(neighbourhood_id));
--> statement-breakpoint
create policy audit_events_add on audit_events for insert with check (app_actor_kind() <> '');
--> statement-breakpoint
alter table accounts enable row level security;
--> statement-breakpoint
create policy accounts_scope on accounts
  using (app_actor_kind() in ('system', 'staff') or id = app_account_id() or agency_id = any (app_agency_ids()));
--> statement-breakpoint
alter table residents enable row level security;
--> statement-breakpoint
create policy residents_scope on residents
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table resident_connections enable row level security;
--> statement-breakpoint
create policy resident_connections_scope on resident_connections
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table invitations enable row level security;
--> statement-breakpoint
create policy invitations_scope on invitations
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table sessions enable row level security;
--> statement-breakpoint
create policy sessions_scope on sessions
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table identities enable row level security;
--> statement-breakpoint
create policy identities_scope on identities
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table email_codes enable row level security;
--> statement-breakpoint
create policy email_codes_scope on email_codes using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table challenges enable row level security;
--> statement-breakpoint
create policy challenges_scope on challenges
  using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table passkeys enable row level security;
--> statement-breakpoint
create policy passkeys_scope on passkeys using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table passwords enable row level security;
--> statement-breakpoint
create policy passwords_scope on passwords using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table authenticators enable row level security;
--> statement-breakpoint
create policy authenticators_scope on authenticators
  using (app_actor_kind() = 'system' or account_id = app_account_id());
--> statement-breakpoint
alter table messages enable row level security;
--> statement-breakpoint
create policy messages_read on messages for select using (app_actor_kind() in ('system', 'staff'));
--> statement-breakpoint
create policy messages_add on messages for insert with check (app_actor_kind() <> '');
--> statement-breakpoint
create policy messages_change on messages for update using (app_actor_kind() in ('system', 'staff'));
--> statement-breakpoint
create policy messages_erase on messages for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table appointments enable row level security;
--> statement-breakpoint
create policy appointments_scope on appointments
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table absences enable row level security;
--> statement-breakpoint
create policy absences_scope on absences
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table member_agreements enable row level security;
--> statement-breakpoint
create policy member_agreements_scope on member_agreements
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table lost_proofs enable row level security;
--> statement-breakpoint
create policy lost_proofs_scope on lost_proofs using (app_actor_kind() in ('system', 'staff'));
