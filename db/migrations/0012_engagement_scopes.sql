-- Engagement plans are written by the police. Everybody reads an approved one in part: which part is the queries' to say.
alter table engagement_plans enable row level security;
--> statement-breakpoint
create policy engagement_plans_read on engagement_plans for select using (true);
--> statement-breakpoint
create policy engagement_plans_add on engagement_plans for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_plans_change on engagement_plans for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_plans_erase on engagement_plans for delete using (app_actor_kind() = 'system');
--> statement-breakpoint
alter table engagement_activities enable row level security;
--> statement-breakpoint
create policy engagement_activities_read on engagement_activities for select using (true);
--> statement-breakpoint
create policy engagement_activities_add on engagement_activities for insert with check (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_activities_change on engagement_activities for update using (app_is_platform_or_staff());
--> statement-breakpoint
create policy engagement_activities_erase on engagement_activities for delete using (app_is_platform_or_staff());
