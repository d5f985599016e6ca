CREATE TYPE "public"."agreement_gateway" AS ENUM('crime-and-disorder-115', 'crime-and-disorder-17a', 'other');--> statement-breakpoint
CREATE TYPE "public"."agreement_state" AS ENUM('draft', 'signed', 'terminated');--> statement-breakpoint
CREATE TYPE "public"."adviser_kind" AS ENUM('iag', 'kin');--> statement-breakpoint
CREATE TYPE "public"."impact_trigger" AS ENUM('incident', 'operation', 'event', 'pattern');--> statement-breakpoint
CREATE TYPE "public"."tension_grade" AS ENUM('low', 'medium', 'high', 'critical');--> statement-breakpoint
CREATE TYPE "public"."tasking_level" AS ENUM('local', 'tactical', 'strategic', 'delivery', 'board');--> statement-breakpoint
CREATE TYPE "public"."public_line_state" AS ENUM('none', 'proposed', 'published', 'withheld');--> statement-breakpoint
CREATE TYPE "public"."tasking_action_kind" AS ENUM('prevention', 'intelligence', 'enforcement', 'environmental', 'licensing', 'housing', 'youth', 'engagement', 'communications');--> statement-breakpoint
CREATE TYPE "public"."tasking_action_state" AS ENUM('assigned', 'accepted', 'in-progress', 'done', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."agenda_priority_reason" AS ENUM('progress', 'feedback-due', 'assessment-due');--> statement-breakpoint
CREATE TYPE "public"."agenda_section" AS ENUM('welcome', 'apologies', 'carried', 'priorities', 'analysis', 'places', 'decisions', 'bids', 'impact', 'publicity', 'next');--> statement-breakpoint
CREATE TYPE "public"."attendance_state" AS ENUM('invited', 'coming', 'apologies', 'present', 'absent');--> statement-breakpoint
CREATE TYPE "public"."carried_outcome" AS ENUM('done', 'goes-on', 'given-on', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."marking" AS ENUM('official', 'official-sensitive');--> statement-breakpoint
CREATE TYPE "public"."tasking_entry_kind" AS ENUM('note', 'decision', 'action', 'carried', 'attendance', 'moment');--> statement-breakpoint
CREATE TYPE "public"."tasking_meeting_state" AS ENUM('called', 'open', 'finished', 'cancelled');--> statement-breakpoint
CREATE TABLE "agency_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"ends_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "agency_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "agency_leads" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreement_parties" (
	"agreement_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"signatory" text,
	"signatory_position" text,
	"signed_on" date,
	"left_at" timestamp with time zone,
	CONSTRAINT "agreement_parties_agreement_id_agency_id_pk" PRIMARY KEY("agreement_id","agency_id"),
	CONSTRAINT "agreement_parties_signed" CHECK (("agreement_parties"."signed_on" is null) = ("agreement_parties"."signatory" is null))
);
--> statement-breakpoint
CREATE TABLE "agreement_warnings" (
	"agreement_id" uuid NOT NULL,
	"review_by" date NOT NULL,
	"days_before" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_warnings_agreement_id_review_by_days_before_pk" PRIMARY KEY("agreement_id","review_by","days_before")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"partnership_id" uuid,
	"purpose" text NOT NULL,
	"gateway" "agreement_gateway" NOT NULL,
	"data_items" text NOT NULL,
	"security" text NOT NULL,
	"retention" text NOT NULL,
	"dpia" text NOT NULL,
	"state" "agreement_state" DEFAULT 'draft' NOT NULL,
	"starts_on" date,
	"review_by" date,
	"signed_at" timestamp with time zone,
	"terminated_at" timestamp with time zone,
	"terminated_reason" text,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_reference_unique" UNIQUE("reference"),
	CONSTRAINT "agreements_signed" CHECK ("agreements"."state" = 'draft' or ("agreements"."starts_on" is not null and "agreements"."review_by" is not null and "agreements"."signed_at" is not null)),
	CONSTRAINT "agreements_terminated" CHECK (("agreements"."state" = 'terminated') = ("agreements"."terminated_at" is not null and "agreements"."terminated_reason" is not null)),
	CONSTRAINT "agreements_year" CHECK ("agreements"."review_by" between "agreements"."starts_on" and "agreements"."starts_on" + 366)
);
--> statement-breakpoint
CREATE TABLE "impact_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"task" text NOT NULL,
	"position" text NOT NULL,
	"due_on" date NOT NULL,
	"result" text,
	"done_at" timestamp with time zone,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "impact_actions_done" CHECK (("impact_actions"."result" is null) = ("impact_actions"."done_at" is null))
);
--> statement-breakpoint
CREATE TABLE "impact_assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"trigger" "impact_trigger" NOT NULL,
	"what" text NOT NULL,
	"communities" text NOT NULL,
	"mood_now" text NOT NULL,
	"mood_expected" text NOT NULL,
	"tension" "tension_grade" NOT NULL,
	"experienced" text NOT NULL,
	"evidenced" text NOT NULL,
	"potential" text NOT NULL,
	"is_proportionate" boolean NOT NULL,
	"proportionality" text NOT NULL,
	"communications" text NOT NULL,
	"review_due_at" timestamp with time zone,
	"priority_id" uuid,
	"meeting_id" uuid,
	"opened_by" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closing_words" text,
	"is_critical" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "impact_assessments_reference_unique" UNIQUE("reference"),
	CONSTRAINT "impact_assessments_closed" CHECK (("impact_assessments"."closed_at" is null) = ("impact_assessments"."closing_words" is null)),
	CONSTRAINT "impact_assessments_review" CHECK (("impact_assessments"."closed_at" is null) = ("impact_assessments"."review_due_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "impact_consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"kind" "adviser_kind" NOT NULL,
	"who" text NOT NULL,
	"adviser_id" uuid,
	"question" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"advice" text,
	"advised_at" timestamp with time zone,
	CONSTRAINT "impact_consultations_advice" CHECK (("impact_consultations"."advice" is null) = ("impact_consultations"."advised_at" is null))
);
--> statement-breakpoint
CREATE TABLE "impact_neighbourhoods" (
	"assessment_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "impact_neighbourhoods_assessment_id_neighbourhood_id_pk" PRIMARY KEY("assessment_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "impact_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tension" "tension_grade" NOT NULL,
	"words" text NOT NULL,
	"by" uuid
);
--> statement-breakpoint
CREATE TABLE "tasking_group_neighbourhoods" (
	"group_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "tasking_group_neighbourhoods_group_id_neighbourhood_id_pk" PRIMARY KEY("group_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "tasking_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" "tasking_level" NOT NULL,
	"partnership_id" uuid,
	"bcu_id" uuid,
	"is_force" boolean NOT NULL,
	"chair_id" uuid,
	"deputy_id" uuid,
	"programme" text,
	"ended_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasking_groups_code_unique" UNIQUE("code"),
	CONSTRAINT "tasking_groups_force" CHECK (not "tasking_groups"."is_force" or ("tasking_groups"."partnership_id" is null and "tasking_groups"."bcu_id" is null))
);
--> statement-breakpoint
CREATE TABLE "tasking_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"position" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tasking_action_events" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tasking_action_events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"action_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "tasking_action_state",
	"to" "tasking_action_state" NOT NULL,
	"words" text,
	"due_on" date NOT NULL,
	"agency_id" uuid NOT NULL,
	"by" uuid,
	"key_id" uuid
);
--> statement-breakpoint
CREATE TABLE "tasking_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"priority_id" uuid,
	"kind" "tasking_action_kind" NOT NULL,
	"task" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"position" text NOT NULL,
	"owner_id" uuid,
	"due_on" date NOT NULL,
	"state" "tasking_action_state" DEFAULT 'assigned' NOT NULL,
	"result" text,
	"closed_at" timestamp with time zone,
	"public_line" text,
	"public_line_state" "public_line_state" DEFAULT 'none' NOT NULL,
	"withheld_reason" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"given_by" uuid,
	"given_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasking_actions_groupId_number_unique" UNIQUE("group_id","number"),
	CONSTRAINT "tasking_actions_result" CHECK ("tasking_actions"."state" in ('assigned', 'accepted', 'in-progress') or ("tasking_actions"."result" is not null and "tasking_actions"."closed_at" is not null)),
	CONSTRAINT "tasking_actions_line" CHECK ("tasking_actions"."state" <> 'done' or "tasking_actions"."public_line_state" <> 'none'),
	CONSTRAINT "tasking_actions_withheld" CHECK (("tasking_actions"."public_line_state" = 'withheld') = ("tasking_actions"."withheld_reason" is not null)),
	CONSTRAINT "tasking_actions_written" CHECK ("tasking_actions"."public_line_state" not in ('proposed', 'published') or "tasking_actions"."public_line" is not null),
	CONSTRAINT "tasking_actions_published" CHECK (("tasking_actions"."public_line_state" = 'published') = ("tasking_actions"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "tasking_escalations" (
	"action_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"rung" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "tasking_escalations_action_id_due_on_rung_pk" PRIMARY KEY("action_id","due_on","rung"),
	CONSTRAINT "tasking_escalations_rung" CHECK ("tasking_escalations"."rung" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "tasking_public_lines" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"priority_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"line" text NOT NULL,
	"done_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasking_attendances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"account_id" uuid,
	"name" text,
	"agency_id" uuid NOT NULL,
	"position" text NOT NULL,
	"state" "attendance_state" DEFAULT 'invited' NOT NULL,
	"declared_at" timestamp with time zone,
	"agreement_id" uuid,
	"invited_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasking_carried" (
	"meeting_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"outcome" "carried_outcome",
	"note" text,
	"by" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "tasking_carried_meeting_id_action_id_pk" PRIMARY KEY("meeting_id","action_id"),
	CONSTRAINT "tasking_carried_at" CHECK (("tasking_carried"."outcome" is null) = ("tasking_carried"."at" is null))
);
--> statement-breakpoint
CREATE TABLE "tasking_entries" (
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "tasking_entry_kind" NOT NULL,
	"item_id" uuid,
	"words" text NOT NULL,
	"reason" text,
	"action_id" uuid,
	"replaces" integer,
	"key" uuid NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "tasking_entries_meeting_id_number_pk" PRIMARY KEY("meeting_id","number"),
	CONSTRAINT "tasking_entries_meetingId_key_unique" UNIQUE("meeting_id","key"),
	CONSTRAINT "tasking_entries_reason" CHECK ("tasking_entries"."kind" <> 'decision' or "tasking_entries"."reason" is not null),
	CONSTRAINT "tasking_entries_action" CHECK (("tasking_entries"."kind" in ('action', 'carried')) = ("tasking_entries"."action_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "tasking_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"section" "agenda_section" NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"brief" text DEFAULT '' NOT NULL,
	"marking" "marking" DEFAULT 'official-sensitive' NOT NULL,
	"priority_id" uuid,
	"priority_reason" "agenda_priority_reason",
	"theme" text,
	"feedback_line" text,
	"is_standing" boolean NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasking_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" "tasking_meeting_state" DEFAULT 'called' NOT NULL,
	"marking" "marking" DEFAULT 'official-sensitive' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text,
	"how_to_join" text,
	"chair_id" uuid,
	"opened_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"finished_by" uuid,
	"circulated_at" timestamp with time zone,
	"cancelled_reason" text,
	"next_on" date,
	"sequence" integer DEFAULT 0 NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"called_by" uuid,
	"called_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasking_meetings_reference_unique" UNIQUE("reference"),
	CONSTRAINT "tasking_meetings_groupId_number_unique" UNIQUE("group_id","number"),
	CONSTRAINT "tasking_meetings_times" CHECK ("tasking_meetings"."starts_at" < "tasking_meetings"."ends_at"),
	CONSTRAINT "tasking_meetings_somewhere" CHECK ("tasking_meetings"."place" is not null or "tasking_meetings"."how_to_join" is not null),
	CONSTRAINT "tasking_meetings_finished" CHECK (("tasking_meetings"."state" = 'finished') = ("tasking_meetings"."finished_at" is not null)),
	CONSTRAINT "tasking_meetings_cancelled" CHECK (("tasking_meetings"."state" = 'cancelled') = ("tasking_meetings"."cancelled_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "agency_keys" ADD CONSTRAINT "agency_keys_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_leads" ADD CONSTRAINT "agency_leads_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_leads" ADD CONSTRAINT "agency_leads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_warnings" ADD CONSTRAINT "agreement_warnings_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_actions" ADD CONSTRAINT "impact_actions_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_assessments" ADD CONSTRAINT "impact_assessments_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_assessments" ADD CONSTRAINT "impact_assessments_meeting_id_tasking_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."tasking_meetings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_assessments" ADD CONSTRAINT "impact_assessments_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_consultations" ADD CONSTRAINT "impact_consultations_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_consultations" ADD CONSTRAINT "impact_consultations_adviser_id_accounts_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_neighbourhoods" ADD CONSTRAINT "impact_neighbourhoods_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_neighbourhoods" ADD CONSTRAINT "impact_neighbourhoods_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_reviews" ADD CONSTRAINT "impact_reviews_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_reviews" ADD CONSTRAINT "impact_reviews_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_group_neighbourhoods" ADD CONSTRAINT "tasking_group_neighbourhoods_group_id_tasking_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."tasking_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_group_neighbourhoods" ADD CONSTRAINT "tasking_group_neighbourhoods_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_groups" ADD CONSTRAINT "tasking_groups_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_groups" ADD CONSTRAINT "tasking_groups_bcu_id_bcus_id_fk" FOREIGN KEY ("bcu_id") REFERENCES "public"."bcus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_groups" ADD CONSTRAINT "tasking_groups_chair_id_accounts_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_groups" ADD CONSTRAINT "tasking_groups_deputy_id_accounts_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_members" ADD CONSTRAINT "tasking_members_group_id_tasking_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."tasking_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_members" ADD CONSTRAINT "tasking_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_members" ADD CONSTRAINT "tasking_members_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_action_events" ADD CONSTRAINT "tasking_action_events_action_id_tasking_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."tasking_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_action_events" ADD CONSTRAINT "tasking_action_events_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_action_events" ADD CONSTRAINT "tasking_action_events_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_action_events" ADD CONSTRAINT "tasking_action_events_key_id_agency_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."agency_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_actions" ADD CONSTRAINT "tasking_actions_group_id_tasking_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."tasking_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_actions" ADD CONSTRAINT "tasking_actions_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_actions" ADD CONSTRAINT "tasking_actions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_actions" ADD CONSTRAINT "tasking_actions_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_escalations" ADD CONSTRAINT "tasking_escalations_action_id_tasking_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."tasking_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_public_lines" ADD CONSTRAINT "tasking_public_lines_action_id_tasking_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."tasking_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_public_lines" ADD CONSTRAINT "tasking_public_lines_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_public_lines" ADD CONSTRAINT "tasking_public_lines_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_attendances" ADD CONSTRAINT "tasking_attendances_meeting_id_tasking_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."tasking_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_attendances" ADD CONSTRAINT "tasking_attendances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_attendances" ADD CONSTRAINT "tasking_attendances_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_attendances" ADD CONSTRAINT "tasking_attendances_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_carried" ADD CONSTRAINT "tasking_carried_meeting_id_tasking_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."tasking_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_carried" ADD CONSTRAINT "tasking_carried_action_id_tasking_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."tasking_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_carried" ADD CONSTRAINT "tasking_carried_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_entries" ADD CONSTRAINT "tasking_entries_meeting_id_tasking_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."tasking_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_entries" ADD CONSTRAINT "tasking_entries_item_id_tasking_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."tasking_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_entries" ADD CONSTRAINT "tasking_entries_action_id_tasking_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."tasking_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_entries" ADD CONSTRAINT "tasking_entries_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_items" ADD CONSTRAINT "tasking_items_meeting_id_tasking_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."tasking_meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_items" ADD CONSTRAINT "tasking_items_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_meetings" ADD CONSTRAINT "tasking_meetings_group_id_tasking_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."tasking_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking_meetings" ADD CONSTRAINT "tasking_meetings_chair_id_accounts_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_keys_agency_id_index" ON "agency_keys" USING btree ("agency_id") WHERE "agency_keys"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "agency_leads_account_id_index" ON "agency_leads" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "agreement_parties_agency_id_index" ON "agreement_parties" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agreements_review_by_index" ON "agreements" USING btree ("review_by");--> statement-breakpoint
CREATE INDEX "impact_actions_assessment_id_due_on_index" ON "impact_actions" USING btree ("assessment_id","due_on");--> statement-breakpoint
CREATE INDEX "impact_assessments_review_due_at_index" ON "impact_assessments" USING btree ("review_due_at");--> statement-breakpoint
CREATE INDEX "impact_consultations_assessment_id_index" ON "impact_consultations" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "impact_consultations_adviser_id_index" ON "impact_consultations" USING btree ("adviser_id");--> statement-breakpoint
CREATE INDEX "impact_neighbourhoods_neighbourhood_id_index" ON "impact_neighbourhoods" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "impact_reviews_assessment_id_at_index" ON "impact_reviews" USING btree ("assessment_id","at");--> statement-breakpoint
CREATE INDEX "tasking_group_neighbourhoods_neighbourhood_id_index" ON "tasking_group_neighbourhoods" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "tasking_groups_partnership_id_index" ON "tasking_groups" USING btree ("partnership_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasking_members_now" ON "tasking_members" USING btree ("group_id","account_id") WHERE "tasking_members"."left_at" is null;--> statement-breakpoint
CREATE INDEX "tasking_members_account_id_index" ON "tasking_members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "tasking_action_events_action_id_at_index" ON "tasking_action_events" USING btree ("action_id","at");--> statement-breakpoint
CREATE INDEX "tasking_actions_open" ON "tasking_actions" USING btree ("agency_id","due_on") WHERE "tasking_actions"."state" in ('assigned', 'accepted', 'in-progress');--> statement-breakpoint
CREATE INDEX "tasking_actions_closed" ON "tasking_actions" USING btree ("agency_id","closed_at","id") WHERE "tasking_actions"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "tasking_actions_changed" ON "tasking_actions" USING btree ("agency_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "tasking_actions_open_changed" ON "tasking_actions" USING btree ("agency_id","changed_at","id") WHERE "tasking_actions"."state" in ('assigned', 'accepted', 'in-progress');--> statement-breakpoint
CREATE INDEX "tasking_actions_of_owner" ON "tasking_actions" USING btree ("owner_id","due_on") WHERE "tasking_actions"."state" in ('assigned', 'accepted', 'in-progress');--> statement-breakpoint
CREATE INDEX "tasking_actions_late" ON "tasking_actions" USING btree ("due_on") WHERE "tasking_actions"."state" in ('assigned', 'accepted', 'in-progress');--> statement-breakpoint
CREATE INDEX "tasking_actions_priority_id_index" ON "tasking_actions" USING btree ("priority_id");--> statement-breakpoint
CREATE INDEX "tasking_public_lines_priority_id_done_on_index" ON "tasking_public_lines" USING btree ("priority_id","done_on");--> statement-breakpoint
CREATE UNIQUE INDEX "tasking_attendances_once" ON "tasking_attendances" USING btree ("meeting_id","account_id") WHERE "tasking_attendances"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "tasking_attendances_account_id_index" ON "tasking_attendances" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "tasking_carried_action_id_index" ON "tasking_carried" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "tasking_entries_action_id_index" ON "tasking_entries" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "tasking_items_meeting_id_section_position_index" ON "tasking_items" USING btree ("meeting_id","section","position");--> statement-breakpoint
CREATE INDEX "tasking_items_priority_id_index" ON "tasking_items" USING btree ("priority_id");--> statement-breakpoint
CREATE INDEX "tasking_meetings_starts_at_index" ON "tasking_meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "tasking_meetings_group_id_starts_at_index" ON "tasking_meetings" USING btree ("group_id","starts_at");