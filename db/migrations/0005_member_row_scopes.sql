alter table member_agreements enable row level security;
--> statement-breakpoint
create policy member_agreements_scope on member_agreements
  using (app_actor_kind() in ('system', 'staff') or account_id = app_account_id());
--> statement-breakpoint
alter table lost_proofs enable row level security;
--> statement-breakpoint
create policy lost_proofs_scope on lost_proofs using (app_actor_kind() in ('system', 'staff'));
