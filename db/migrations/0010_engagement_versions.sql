CREATE TABLE "engagement_versions" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"words" jsonb NOT NULL,
	CONSTRAINT "engagement_versions_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
ALTER TABLE "engagement_versions" ADD CONSTRAINT "engagement_versions_plan_id_engagement_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."engagement_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_versions" ADD CONSTRAINT "engagement_versions_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
-- As the history of a problem plan: it holds the restricted layer, so that the police alone read it, and what was
-- written stays as it was written.
alter table engagement_versions enable row level security;
--> statement-breakpoint
create policy engagement_versions_read on engagement_versions for select using (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_versions_add on engagement_versions for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_versions_forget on engagement_versions for update using (app_actor_kind() = 'system');
--> statement-breakpoint
create policy engagement_versions_erase on engagement_versions for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
-- What plans say now is their first version that is kept. Who wrote it is not known.
insert into engagement_versions (plan_id, version, at, words)
select p.id, p.version, p.changed_at, jsonb_build_object(
  'state', p.state, 'audience', p.audience, 'underHeard', p.under_heard, 'underHeardWhy', p.under_heard_why,
  'advice', p.advice, 'evaluation', p.evaluation,
  'activities', coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', a.number, 'purpose', a.purpose, 'method', a.method, 'audience', a.audience, 'place', a.place,
      'heldOn', a.held_on, 'hours', a.hours, 'formatAndLanguage', a.format_and_language, 'agencyId', a.agency_id,
      'ownerId', a.owner_id, 'targetReach', a.target_reach, 'costPence', a.cost_pence,
      'actualReach', a.actual_reach, 'heard', a.heard, 'feedbackGiven', a.feedback_given,
      'feedbackOn', a.feedback_on, 'isCancelled', a.is_cancelled) order by a.number)
    from engagement_activities a where a.plan_id = p.id), '[]'::jsonb))
from engagement_plans p
where p.version > 1 or p.audience <> '' or exists (select from engagement_activities a where a.plan_id = p.id);
