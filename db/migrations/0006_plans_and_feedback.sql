CREATE TYPE "public"."activity_method" AS ENUM('door-to-door', 'street-briefing', 'drop-in', 'meeting', 'stall', 'school', 'online', 'leaflet', 'telephone', 'through-others');--> statement-breakpoint
CREATE TYPE "public"."activity_purpose" AS ENUM('inform', 'ask', 'involve', 'return');--> statement-breakpoint
CREATE TYPE "public"."engagement_state" AS ENUM('draft', 'approved', 'running', 'evaluated');--> statement-breakpoint
CREATE TYPE "public"."feedback_answer" AS ENUM('solved', 'better-enough', 'better-not-enough', 'no-change', 'worse', 'dont-know');--> statement-breakpoint
CREATE TYPE "public"."feedback_mode" AS ENUM('web', 'link', 'paper', 'phone');--> statement-breakpoint
CREATE TYPE "public"."feedback_round_kind" AS ENUM('sign-off', 'lasting');--> statement-breakpoint
CREATE TYPE "public"."told_answer" AS ENUM('yes', 'partly', 'no');--> statement-breakpoint
CREATE TYPE "public"."measure_aim" AS ENUM('down', 'up');--> statement-breakpoint
CREATE TYPE "public"."measure_kind" AS ENUM('incidents', 'count', 'survey');--> statement-breakpoint
CREATE TYPE "public"."plan_action_kind" AS ENUM('prevention', 'intelligence', 'enforcement', 'reassurance');--> statement-breakpoint
CREATE TYPE "public"."plan_action_state" AS ENUM('open', 'blocked', 'done', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."plan_reviewer" AS ENUM('sergeant', 'inspector');--> statement-breakpoint
CREATE TYPE "public"."plan_stage" AS ENUM('draft', 'scanning', 'analysis', 'response-agreed', 'response-live', 'assessment', 'awaiting-signoff', 'closed');--> statement-breakpoint
CREATE TYPE "public"."plan_standing" AS ENUM('running', 'paused', 'returned');--> statement-breakpoint
ALTER TYPE "public"."resolution_kind" ADD VALUE 'sign-off';--> statement-breakpoint
CREATE TABLE "engagement_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"purpose" "activity_purpose" NOT NULL,
	"method" "activity_method" NOT NULL,
	"audience" text NOT NULL,
	"place" text,
	"held_on" date,
	"hours" text,
	"format_and_language" text DEFAULT '' NOT NULL,
	"agency_id" uuid,
	"owner_id" uuid,
	"target_reach" integer,
	"actual_reach" integer,
	"heard" text DEFAULT '' NOT NULL,
	"feedback_given" text DEFAULT '' NOT NULL,
	"feedback_on" date,
	"cost_pence" integer,
	"is_cancelled" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagement_activities_planId_number_unique" UNIQUE("plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "engagement_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"priority_id" uuid NOT NULL,
	"state" "engagement_state" DEFAULT 'draft' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"under_heard" text DEFAULT '' NOT NULL,
	"under_heard_why" text DEFAULT '' NOT NULL,
	"advice" text,
	"evaluation" text,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"evaluated_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagement_plans_priorityId_unique" UNIQUE("priority_id"),
	CONSTRAINT "engagement_plans_approved" CHECK (("engagement_plans"."state" = 'draft') = ("engagement_plans"."approved_at" is null)),
	CONSTRAINT "engagement_plans_audience" CHECK ("engagement_plans"."state" = 'draft' or ("engagement_plans"."audience" <> '' and "engagement_plans"."under_heard" <> '')),
	CONSTRAINT "engagement_plans_evaluated" CHECK (("engagement_plans"."state" = 'evaluated') = ("engagement_plans"."evaluated_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "feedback_asks" (
	"round_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_asks_round_id_account_id_pk" PRIMARY KEY("round_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "feedback_replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"account_id" uuid,
	"mode" "feedback_mode" NOT NULL,
	"answer" "feedback_answer" NOT NULL,
	"told" "told_answer" NOT NULL,
	"words" text,
	"replied_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "feedback_replies_roundId_accountId_unique" UNIQUE("round_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "feedback_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"priority_id" uuid NOT NULL,
	"kind" "feedback_round_kind" NOT NULL,
	"number" smallint NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"is_extended" boolean DEFAULT false NOT NULL,
	"outreach" text,
	"voters" integer NOT NULL,
	"quorum" integer NOT NULL,
	"closed_at" timestamp with time zone,
	"solved" integer,
	"better_enough" integer,
	"better_not_enough" integer,
	"no_change" integer,
	"worse" integer,
	"dont_know" integer,
	"told" integer,
	"is_passed" boolean,
	"is_few_replies" boolean,
	CONSTRAINT "feedback_rounds_priorityId_kind_number_unique" UNIQUE("priority_id","kind","number"),
	CONSTRAINT "feedback_rounds_days" CHECK ("feedback_rounds"."opens_on" <= "feedback_rounds"."closes_on"),
	CONSTRAINT "feedback_rounds_quorum" CHECK ("feedback_rounds"."quorum" >= 1),
	CONSTRAINT "feedback_rounds_counted" CHECK (("feedback_rounds"."closed_at" is null) = ("feedback_rounds"."is_passed" is null) and ("feedback_rounds"."closed_at" is null) = ("feedback_rounds"."is_few_replies" is null) and ("feedback_rounds"."closed_at" is null) = ("feedback_rounds"."solved" is null)),
	CONSTRAINT "feedback_rounds_few" CHECK ("feedback_rounds"."closed_at" is null or "feedback_rounds"."is_few_replies" = ("feedback_rounds"."solved" + "feedback_rounds"."better_enough" + "feedback_rounds"."better_not_enough" + "feedback_rounds"."no_change" + "feedback_rounds"."worse" + "feedback_rounds"."dont_know" < "feedback_rounds"."quorum"))
);
--> statement-breakpoint
CREATE TABLE "measure_points" (
	"measure_id" uuid NOT NULL,
	"on" date NOT NULL,
	"value" double precision NOT NULL,
	"asked" integer,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "measure_points_measure_id_on_pk" PRIMARY KEY("measure_id","on"),
	CONSTRAINT "measure_points_value" CHECK ("measure_points"."value" >= 0),
	CONSTRAINT "measure_points_asked" CHECK ("measure_points"."asked" > 0)
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" "measure_kind" NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	"aim" "measure_aim" NOT NULL,
	"incident_kinds" text[],
	"baseline" double precision,
	"target" double precision,
	"baseline_from" date,
	"baseline_until" date,
	"is_public" boolean DEFAULT true NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "measures_incidents" CHECK (("measures"."kind" = 'incidents') = ("measures"."incident_kinds" is not null)),
	CONSTRAINT "measures_baseline" CHECK ("measures"."baseline_from" < "measures"."baseline_until")
);
--> statement-breakpoint
CREATE TABLE "outcome_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"done" text NOT NULL,
	"changed" text NOT NULL,
	"not_achieved" text NOT NULL,
	"remains" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"is_causal" boolean DEFAULT false NOT NULL,
	"filed_by" uuid,
	"filed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcome_reports_planId_round_unique" UNIQUE("plan_id","round")
);
--> statement-breakpoint
CREATE TABLE "plan_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"kind" "plan_action_kind" NOT NULL,
	"task" text NOT NULL,
	"public_line" text,
	"agency_id" uuid,
	"owner_id" uuid,
	"starts_on" date,
	"due_on" date NOT NULL,
	"cost_pence" integer,
	"state" "plan_action_state" DEFAULT 'open' NOT NULL,
	"result" text,
	"public_reason" text,
	"done_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_actions_planId_number_unique" UNIQUE("plan_id","number"),
	CONSTRAINT "plan_actions_done" CHECK (("plan_actions"."state" = 'done') = ("plan_actions"."done_at" is not null)),
	CONSTRAINT "plan_actions_result" CHECK ("plan_actions"."state" = 'open' or "plan_actions"."result" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_changes" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_changes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "plan_changes_planId_name_version_unique" UNIQUE("plan_id","name","version")
);
--> statement-breakpoint
CREATE TABLE "plan_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "plan_stage" NOT NULL,
	"to" "plan_stage" NOT NULL,
	"standing" "plan_standing" NOT NULL,
	"line" text NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "plan_fields" (
	"plan_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "plan_fields_plan_id_name_pk" PRIMARY KEY("plan_id","name")
);
--> statement-breakpoint
CREATE TABLE "plan_involvements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"stage" "plan_stage" NOT NULL,
	"held_on" date NOT NULL,
	"who" text NOT NULL,
	"how" text NOT NULL,
	"what_changed" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_partners" (
	"plan_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	CONSTRAINT "plan_partners_plan_id_agency_id_pk" PRIMARY KEY("plan_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "plan_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"reviewer" "plan_reviewer" NOT NULL,
	"reviewed_on" date NOT NULL,
	"days_late" integer NOT NULL,
	"note" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"priority_id" uuid NOT NULL,
	"stage" "plan_stage" DEFAULT 'draft' NOT NULL,
	"standing" "plan_standing" DEFAULT 'running' NOT NULL,
	"paused_until" date,
	"paused_reason" text,
	"owner_id" uuid,
	"lead_id" uuid,
	"begun_on" date NOT NULL,
	"sergeant_due_on" date NOT NULL,
	"inspector_due_on" date NOT NULL,
	"monitor_on" date,
	"closed_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plans_priorityId_unique" UNIQUE("priority_id"),
	CONSTRAINT "plans_paused" CHECK (("plans"."standing" = 'paused') = ("plans"."paused_until" is not null and "plans"."paused_reason" is not null)),
	CONSTRAINT "plans_closed" CHECK (("plans"."stage" = 'closed') = ("plans"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "practice_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"priority_id" uuid,
	"category" "concern_category" NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"response" text NOT NULL,
	"outcome" text NOT NULL,
	"evaluated_by" text,
	"is_transferable" boolean,
	"transfer_note" text,
	"contact_role" text NOT NULL,
	"year" integer NOT NULL,
	"added_by" uuid,
	"published_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practice_items_slug_unique" UNIQUE("slug"),
	CONSTRAINT "practice_items_year" CHECK ("practice_items"."year" between 1980 and 2100)
);
--> statement-breakpoint
ALTER TABLE "resolution_items" DROP CONSTRAINT "resolution_items_rationale";--> statement-breakpoint
ALTER TABLE "resolution_items" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "engagement_activities" ADD CONSTRAINT "engagement_activities_plan_id_engagement_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."engagement_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_activities" ADD CONSTRAINT "engagement_activities_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_activities" ADD CONSTRAINT "engagement_activities_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_plans" ADD CONSTRAINT "engagement_plans_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_plans" ADD CONSTRAINT "engagement_plans_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_asks" ADD CONSTRAINT "feedback_asks_round_id_feedback_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."feedback_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_asks" ADD CONSTRAINT "feedback_asks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_replies" ADD CONSTRAINT "feedback_replies_round_id_feedback_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."feedback_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_replies" ADD CONSTRAINT "feedback_replies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_points" ADD CONSTRAINT "measure_points_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_points" ADD CONSTRAINT "measure_points_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_reports" ADD CONSTRAINT "outcome_reports_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_reports" ADD CONSTRAINT "outcome_reports_filed_by_accounts_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_events" ADD CONSTRAINT "plan_events_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_fields" ADD CONSTRAINT "plan_fields_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_fields" ADD CONSTRAINT "plan_fields_changed_by_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_involvements" ADD CONSTRAINT "plan_involvements_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_involvements" ADD CONSTRAINT "plan_involvements_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_partners" ADD CONSTRAINT "plan_partners_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_partners" ADD CONSTRAINT "plan_partners_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_reviews" ADD CONSTRAINT "plan_reviews_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_reviews" ADD CONSTRAINT "plan_reviews_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_lead_id_accounts_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_items" ADD CONSTRAINT "practice_items_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_items" ADD CONSTRAINT "practice_items_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engagement_activities_owner_id_index" ON "engagement_activities" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "feedback_asks_account_id_index" ON "feedback_asks" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "feedback_replies_account_id_index" ON "feedback_replies" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "feedback_rounds_open" ON "feedback_rounds" USING btree ("closes_on") WHERE "feedback_rounds"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "measures_plan_id_index" ON "measures" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plan_actions_mine" ON "plan_actions" USING btree ("owner_id","due_on") WHERE "plan_actions"."state" in ('open', 'blocked');--> statement-breakpoint
CREATE INDEX "plan_actions_of_agency" ON "plan_actions" USING btree ("agency_id","due_on") WHERE "plan_actions"."state" in ('open', 'blocked');--> statement-breakpoint
CREATE INDEX "plan_changes_plan_id_at_index" ON "plan_changes" USING btree ("plan_id","at");--> statement-breakpoint
CREATE INDEX "plan_events_plan_id_at_index" ON "plan_events" USING btree ("plan_id","at");--> statement-breakpoint
CREATE INDEX "plan_involvements_plan_id_held_on_index" ON "plan_involvements" USING btree ("plan_id","held_on");--> statement-breakpoint
CREATE INDEX "plan_partners_agency_id_index" ON "plan_partners" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "plan_reviews_plan_id_at_index" ON "plan_reviews" USING btree ("plan_id","at");--> statement-breakpoint
CREATE INDEX "plans_sergeant_due_on_index" ON "plans" USING btree ("sergeant_due_on");--> statement-breakpoint
CREATE INDEX "plans_inspector_due_on_index" ON "plans" USING btree ("inspector_due_on");--> statement-breakpoint
CREATE INDEX "plans_owner_id_index" ON "plans" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "practice_items_category_index" ON "practice_items" USING btree ("category");--> statement-breakpoint
ALTER TABLE "resolution_items" ADD CONSTRAINT "resolution_items_rationale" CHECK ("resolution_items"."is_carried" is distinct from true or "resolution_items"."reason" is not null or ("resolution_items"."problem" is not null and "resolution_items"."vote_words" is not null and "resolution_items"."evidence" is not null and "resolution_items"."why_over_others" is not null and "resolution_items"."success" is not null));