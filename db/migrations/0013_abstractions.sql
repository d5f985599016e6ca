CREATE TYPE "public"."abstraction_code_kind" AS ENUM('abstraction', 'neighbourhood', 'unavailable');--> statement-breakpoint
CREATE TYPE "public"."abstraction_dispute_state" AS ENUM('open', 'accepted', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."abstraction_entry_source" AS ENUM('log', 'roster', 'request');--> statement-breakpoint
CREATE TYPE "public"."abstraction_improvement_action_state" AS ENUM('open', 'done', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."abstraction_improvement_state" AS ENUM('within', 'watch', 'plan-required', 'plan-live', 'escalated', 'closed');--> statement-breakpoint
CREATE TYPE "public"."abstraction_published_period" AS ENUM('month', 'quarter');--> statement-breakpoint
CREATE TYPE "public"."abstraction_published_scope" AS ENUM('force', 'bcu', 'neighbourhood');--> statement-breakpoint
CREATE TYPE "public"."abstraction_request_state" AS ENUM('asked', 'authorised', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."duty_confirmation" AS ENUM('logged', 'nil');--> statement-breakpoint
CREATE TYPE "public"."duty_source" AS ENUM('roster', 'manual', 'pattern');--> statement-breakpoint
CREATE TYPE "public"."roster_row_state" AS ENUM('taken', 'unchanged', 'ignored', 'refused');--> statement-breakpoint
CREATE TYPE "public"."roster_state" AS ENUM('staging', 'in-force', 'refused', 'stopped');--> statement-breakpoint
CREATE TABLE "abstraction_definition_codes" (
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"place" smallint NOT NULL,
	"words" text NOT NULL,
	"kind" "abstraction_code_kind" NOT NULL,
	"counts_a" boolean NOT NULL,
	"counts_b" boolean NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "abstraction_definition_codes_version_code_pk" PRIMARY KEY("version","code"),
	CONSTRAINT "abstraction_definition_codes_ab" CHECK (not "abstraction_definition_codes"."counts_a" or "abstraction_definition_codes"."counts_b"),
	CONSTRAINT "abstraction_definition_codes_kind" CHECK (not "abstraction_definition_codes"."counts_b" or "abstraction_definition_codes"."kind" = 'abstraction')
);
--> statement-breakpoint
CREATE TABLE "abstraction_definitions" (
	"version" integer PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"notes" text NOT NULL,
	"effective_from" date NOT NULL,
	"agreed_by" jsonb NOT NULL,
	"agreed_on" date,
	"consulted_on" date,
	"change" text NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	"adopted_by" uuid,
	CONSTRAINT "abstraction_definitions_effectiveFrom_unique" UNIQUE("effective_from"),
	CONSTRAINT "abstraction_definitions_month" CHECK (extract(day from "abstraction_definitions"."effective_from") = 1)
);
--> statement-breakpoint
CREATE TABLE "abstraction_disputes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"entry_version" integer NOT NULL,
	"post_id" uuid NOT NULL,
	"state" "abstraction_dispute_state" DEFAULT 'open' NOT NULL,
	"words" text NOT NULL,
	"raised_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "abstraction_disputes_answered" CHECK (("abstraction_disputes"."state" = 'open') = ("abstraction_disputes"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "abstraction_entries" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"is_latest" boolean DEFAULT true NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL,
	"post_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"source" "abstraction_entry_source" NOT NULL,
	"is_planned" boolean DEFAULT false NOT NULL,
	"requester_unit" text,
	"requester_role" text,
	"authoriser_role" text,
	"authorised_by" uuid,
	"request_id" uuid,
	"exempt_incident" text,
	"reason" text,
	"neighbourhood_id" uuid,
	"priority_id" uuid,
	"not_done" text,
	"response_team_id" uuid,
	"minimum" smallint,
	"actual" smallint,
	"evidence_reference" text,
	"change_reason" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "abstraction_entries_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "abstraction_entries_span" CHECK ("abstraction_entries"."ends_at" > "abstraction_entries"."starts_at" and "abstraction_entries"."ends_at" <= "abstraction_entries"."starts_at" + interval '400 days'),
	CONSTRAINT "abstraction_entries_whole_minutes" CHECK (extract(second from "abstraction_entries"."starts_at") = 0 and extract(second from "abstraction_entries"."ends_at") = 0),
	CONSTRAINT "abstraction_entries_response" CHECK ("abstraction_entries"."code" <> 'R1' or "abstraction_entries"."is_withdrawn" or ("abstraction_entries"."response_team_id" is not null and "abstraction_entries"."minimum" is not null and "abstraction_entries"."actual" is not null)),
	CONSTRAINT "abstraction_entries_reason" CHECK (("abstraction_entries"."version" = 1) = ("abstraction_entries"."change_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "abstraction_month_codes" (
	"neighbourhood_id" uuid NOT NULL,
	"month" date NOT NULL,
	"version" integer NOT NULL,
	"is_special" boolean NOT NULL,
	"code" text NOT NULL,
	"response_team" text DEFAULT '' NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	"entries" integer NOT NULL,
	CONSTRAINT "abstraction_month_codes_neighbourhood_id_month_version_is_special_code_response_team_pk" PRIMARY KEY("neighbourhood_id","month","version","is_special","code","response_team")
);
--> statement-breakpoint
CREATE TABLE "abstraction_month_hours" (
	"neighbourhood_id" uuid NOT NULL,
	"month" date NOT NULL,
	"version" integer NOT NULL,
	"is_special" boolean NOT NULL,
	"hour" smallint NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "abstraction_month_hours_neighbourhood_id_month_version_is_special_hour_pk" PRIMARY KEY("neighbourhood_id","month","version","is_special","hour"),
	CONSTRAINT "abstraction_month_hours_week" CHECK ("abstraction_month_hours"."hour" between 0 and 167)
);
--> statement-breakpoint
CREATE TABLE "abstraction_months" (
	"neighbourhood_id" uuid NOT NULL,
	"month" date NOT NULL,
	"version" integer NOT NULL,
	"is_special" boolean NOT NULL,
	"posts" integer NOT NULL,
	"established" bigint DEFAULT 0 NOT NULL,
	"duty" bigint DEFAULT 0 NOT NULL,
	"unavailable" bigint DEFAULT 0 NOT NULL,
	"abstracted_a" bigint DEFAULT 0 NOT NULL,
	"abstracted_b" bigint DEFAULT 0 NOT NULL,
	"exempt" bigint DEFAULT 0 NOT NULL,
	"unauthorised" bigint DEFAULT 0 NOT NULL,
	"lent" bigint DEFAULT 0 NOT NULL,
	"duties" bigint DEFAULT 0 NOT NULL,
	"confirmed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "abstraction_months_neighbourhood_id_month_version_is_special_pk" PRIMARY KEY("neighbourhood_id","month","version","is_special")
);
--> statement-breakpoint
CREATE TABLE "response_teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"minimum" smallint NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "response_teams_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "abstraction_improvement_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"improvement_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"unit" text NOT NULL,
	"task" text NOT NULL,
	"owner_id" uuid,
	"due_on" date NOT NULL,
	"state" "abstraction_improvement_action_state" DEFAULT 'open' NOT NULL,
	"result" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "abstraction_improvement_actions_improvementId_number_unique" UNIQUE("improvement_id","number"),
	CONSTRAINT "abstraction_improvement_actions_result" CHECK (("abstraction_improvement_actions"."state" = 'open') = ("abstraction_improvement_actions"."result" is null))
);
--> statement-breakpoint
CREATE TABLE "abstraction_improvement_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"improvement_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "abstraction_improvement_state" NOT NULL,
	"to" "abstraction_improvement_state" NOT NULL,
	"line" text NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "abstraction_improvement_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"improvement_id" uuid NOT NULL,
	"month" date NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "abstraction_improvement_reviews_improvementId_month_unique" UNIQUE("improvement_id","month")
);
--> statement-breakpoint
CREATE TABLE "abstraction_improvements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid NOT NULL,
	"state" "abstraction_improvement_state" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_for" date NOT NULL,
	"judged_to" date NOT NULL,
	"root_cause" text DEFAULT '' NOT NULL,
	"target" text DEFAULT '' NOT NULL,
	"target_tenths" integer,
	"target_on" date,
	"public_summary" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"live_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"result" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "abstraction_improvements_closed" CHECK (("abstraction_improvements"."state" = 'closed') = ("abstraction_improvements"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "abstraction_judgements" (
	"team_id" uuid NOT NULL,
	"month" date NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"duty" bigint NOT NULL,
	"abstracted" bigint NOT NULL,
	"duties" bigint NOT NULL,
	"confirmed" bigint NOT NULL,
	CONSTRAINT "abstraction_judgements_team_id_month_pk" PRIMARY KEY("team_id","month")
);
--> statement-breakpoint
CREATE TABLE "abstraction_published" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scope" "abstraction_published_scope" NOT NULL,
	"scope_id" uuid,
	"scope_key" text NOT NULL,
	"period" "abstraction_published_period" NOT NULL,
	"starts_on" date NOT NULL,
	"revision" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"posts" integer NOT NULL,
	"established" bigint NOT NULL,
	"duty" bigint NOT NULL,
	"abstracted_a" bigint NOT NULL,
	"abstracted_b" bigint NOT NULL,
	"exempt" bigint NOT NULL,
	"lent" bigint NOT NULL,
	"duties" bigint NOT NULL,
	"confirmed" bigint NOT NULL,
	"restatement" text,
	CONSTRAINT "abstraction_published_scope_scopeKey_period_startsOn_revision_unique" UNIQUE("scope","scope_key","period","starts_on","revision"),
	CONSTRAINT "abstraction_published_restated" CHECK (("abstraction_published"."revision" = 1) = ("abstraction_published"."restatement" is null)),
	CONSTRAINT "abstraction_published_scope" CHECK (("abstraction_published"."scope" = 'force') = ("abstraction_published"."scope_id" is null))
);
--> statement-breakpoint
CREATE TABLE "abstraction_authorities" (
	"code" text NOT NULL,
	"over_minutes" integer NOT NULL,
	"authority" "role" NOT NULL,
	"told" "role",
	CONSTRAINT "abstraction_authorities_code_over_minutes_pk" PRIMARY KEY("code","over_minutes")
);
--> statement-breakpoint
CREATE TABLE "abstraction_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"requester_unit" text NOT NULL,
	"requester_role" "role" NOT NULL,
	"response_team_id" uuid,
	"minimum" smallint,
	"actual" smallint,
	"is_emergency" boolean NOT NULL,
	"state" "abstraction_request_state" DEFAULT 'asked' NOT NULL,
	"authority" "role" NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_role" "role",
	"decided_at" timestamp with time zone,
	"answer" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "abstraction_requests_span" CHECK ("abstraction_requests"."ends_at" > "abstraction_requests"."starts_at"),
	CONSTRAINT "abstraction_requests_decided" CHECK (("abstraction_requests"."state" = 'asked') = ("abstraction_requests"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"source" "duty_source" NOT NULL,
	"source_reference" text,
	"roster_id" uuid,
	"confirmed_as" "duty_confirmation",
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"is_confirmed_in_time" boolean DEFAULT false NOT NULL,
	CONSTRAINT "duties_span" CHECK ("duties"."ends_at" > "duties"."starts_at" and "duties"."ends_at" <= "duties"."starts_at" + interval '36 hours'),
	CONSTRAINT "duties_whole_minutes" CHECK (extract(second from "duties"."starts_at") = 0 and extract(second from "duties"."ends_at") = 0),
	CONSTRAINT "duties_confirmed" CHECK (("duties"."confirmed_as" is null) = ("duties"."confirmed_at" is null)),
	CONSTRAINT "duties_in_time" CHECK (not "duties"."is_confirmed_in_time" or "duties"."confirmed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "roster_mappings" (
	"name" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_rows" (
	"roster_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"state" "roster_row_state" NOT NULL,
	"reason" text,
	"post_id" uuid,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"code" text,
	"source_reference" text,
	CONSTRAINT "roster_rows_roster_id_line_pk" PRIMARY KEY("roster_id","line")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mapping_name" text NOT NULL,
	"source" text NOT NULL,
	"source_sum" text NOT NULL,
	"state" "roster_state" NOT NULL,
	"first_day" date,
	"last_day" date,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"minutes_read" bigint DEFAULT 0 NOT NULL,
	"rows_stated" integer,
	"minutes_stated" bigint,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"imported_by" uuid,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "abstraction_definition_codes" ADD CONSTRAINT "abstraction_definition_codes_version_abstraction_definitions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."abstraction_definitions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_definitions" ADD CONSTRAINT "abstraction_definitions_adopted_by_accounts_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_disputes" ADD CONSTRAINT "abstraction_disputes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_disputes" ADD CONSTRAINT "abstraction_disputes_raised_by_accounts_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_disputes" ADD CONSTRAINT "abstraction_disputes_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_authorised_by_accounts_id_fk" FOREIGN KEY ("authorised_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_response_team_id_response_teams_id_fk" FOREIGN KEY ("response_team_id") REFERENCES "public"."response_teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_entries" ADD CONSTRAINT "abstraction_entries_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_month_codes" ADD CONSTRAINT "abstraction_month_codes_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_month_hours" ADD CONSTRAINT "abstraction_month_hours_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_months" ADD CONSTRAINT "abstraction_months_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvement_actions" ADD CONSTRAINT "abstraction_improvement_actions_improvement_id_abstraction_improvements_id_fk" FOREIGN KEY ("improvement_id") REFERENCES "public"."abstraction_improvements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvement_actions" ADD CONSTRAINT "abstraction_improvement_actions_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvement_events" ADD CONSTRAINT "abstraction_improvement_events_improvement_id_abstraction_improvements_id_fk" FOREIGN KEY ("improvement_id") REFERENCES "public"."abstraction_improvements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvement_reviews" ADD CONSTRAINT "abstraction_improvement_reviews_improvement_id_abstraction_improvements_id_fk" FOREIGN KEY ("improvement_id") REFERENCES "public"."abstraction_improvements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvement_reviews" ADD CONSTRAINT "abstraction_improvement_reviews_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_judgements" ADD CONSTRAINT "abstraction_judgements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvements" ADD CONSTRAINT "abstraction_improvements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_improvements" ADD CONSTRAINT "abstraction_improvements_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_requests" ADD CONSTRAINT "abstraction_requests_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_requests" ADD CONSTRAINT "abstraction_requests_response_team_id_response_teams_id_fk" FOREIGN KEY ("response_team_id") REFERENCES "public"."response_teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_requests" ADD CONSTRAINT "abstraction_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abstraction_requests" ADD CONSTRAINT "abstraction_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_mappings" ADD CONSTRAINT "roster_mappings_changed_by_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_imported_by_accounts_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "abstraction_disputes_open" ON "abstraction_disputes" USING btree ("entry_id") WHERE "abstraction_disputes"."state" = 'open';--> statement-breakpoint
CREATE INDEX "abstraction_disputes_post_id_raised_at_index" ON "abstraction_disputes" USING btree ("post_id","raised_at");--> statement-breakpoint
CREATE INDEX "abstraction_disputes_waiting" ON "abstraction_disputes" USING btree ("raised_at") WHERE "abstraction_disputes"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "abstraction_entries_latest" ON "abstraction_entries" USING btree ("id") WHERE "abstraction_entries"."is_latest";--> statement-breakpoint
CREATE UNIQUE INDEX "abstraction_entries_once" ON "abstraction_entries" USING btree ("post_id","starts_at","ends_at") WHERE "abstraction_entries"."is_latest" and not "abstraction_entries"."is_withdrawn";--> statement-breakpoint
CREATE INDEX "abstraction_entries_by_start" ON "abstraction_entries" USING btree ("starts_at") WHERE "abstraction_entries"."is_latest" and not "abstraction_entries"."is_withdrawn";--> statement-breakpoint
CREATE INDEX "abstraction_entries_by_priority" ON "abstraction_entries" USING btree ("priority_id") WHERE "abstraction_entries"."is_latest" and not "abstraction_entries"."is_withdrawn" and "abstraction_entries"."priority_id" is not null;--> statement-breakpoint
CREATE INDEX "abstraction_entries_by_request" ON "abstraction_entries" USING btree ("request_id") WHERE "abstraction_entries"."request_id" is not null;--> statement-breakpoint
CREATE INDEX "abstraction_entries_long" ON "abstraction_entries" USING btree ("post_id","ends_at") WHERE "abstraction_entries"."is_latest" and not "abstraction_entries"."is_withdrawn" and "abstraction_entries"."ends_at" - "abstraction_entries"."starts_at" > interval '36 hours';--> statement-breakpoint
CREATE INDEX "abstraction_month_codes_by_month" ON "abstraction_month_codes" USING btree ("month","version");--> statement-breakpoint
CREATE INDEX "abstraction_month_hours_by_month" ON "abstraction_month_hours" USING btree ("month","version");--> statement-breakpoint
CREATE INDEX "abstraction_months_by_month" ON "abstraction_months" USING btree ("month","version");--> statement-breakpoint
CREATE INDEX "abstraction_improvement_actions_mine" ON "abstraction_improvement_actions" USING btree ("owner_id","due_on") WHERE "abstraction_improvement_actions"."state" = 'open';--> statement-breakpoint
CREATE INDEX "abstraction_improvement_events_improvement_id_at_index" ON "abstraction_improvement_events" USING btree ("improvement_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "abstraction_improvements_open" ON "abstraction_improvements" USING btree ("team_id") WHERE "abstraction_improvements"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "abstraction_improvements_team_id_opened_at_index" ON "abstraction_improvements" USING btree ("team_id","opened_at");--> statement-breakpoint
CREATE INDEX "abstraction_published_latest" ON "abstraction_published" USING btree ("scope","period","starts_on");--> statement-breakpoint
CREATE INDEX "abstraction_requests_waiting" ON "abstraction_requests" USING btree ("asked_at") WHERE "abstraction_requests"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "abstraction_requests_post_id_starts_at_index" ON "abstraction_requests" USING btree ("post_id","starts_at");--> statement-breakpoint
CREATE INDEX "abstraction_requests_asked_by_asked_at_index" ON "abstraction_requests" USING btree ("asked_by","asked_at");--> statement-breakpoint
CREATE INDEX "duties_by_post" ON "duties" USING btree ("post_id","starts_at");--> statement-breakpoint
CREATE INDEX "duties_by_start" ON "duties" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "duties_unconfirmed" ON "duties" USING btree ("post_id","ends_at") WHERE "duties"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "roster_rows_roster_id_state_line_index" ON "roster_rows" USING btree ("roster_id","state","line");--> statement-breakpoint
CREATE INDEX "rosters_started_at_index" ON "rosters" USING btree ("started_at");