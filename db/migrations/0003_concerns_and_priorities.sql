CREATE TYPE "public"."ballot_mode" AS ENUM('online', 'paper', 'phone', 'assisted');--> statement-breakpoint
CREATE TYPE "public"."batch_state" AS ENUM('open', 'keyed', 'differing', 'checked');--> statement-breakpoint
CREATE TYPE "public"."concern_category" AS ENUM('asb-nuisance', 'asb-personal', 'asb-environmental', 'speeding', 'parking', 'drugs', 'theft-burglary', 'damage', 'shop-theft', 'vehicle-crime', 'off-road-bikes', 'rural-wildlife', 'alcohol', 'hate-tension', 'young-people', 'police-visibility', 'other');--> statement-breakpoint
CREATE TYPE "public"."concern_source" AS ENUM('online', 'phone', 'street-briefing', 'kin', 'have-your-say', 'postcard', 'panel', 'councillor', 'partner');--> statement-breakpoint
CREATE TYPE "public"."concern_state" AS ENUM('submitted', 'triage', 'returned-for-rewording', 'published-candidate', 'shortlisted', 'adopted', 'not-adopted', 'merged', 'answered-directly', 'referred', 'rejected', 'appealed', 'upheld', 'changed', 'diverted-crime', 'diverted-emergency', 'diverted-safeguarding', 'diverted-intelligence', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."divert_route" AS ENUM('emergency', 'safeguarding', 'crime', 'intelligence', 'complaint');--> statement-breakpoint
CREATE TYPE "public"."cycle_stage" AS ENUM('planned', 'raising', 'research', 'shortlisting', 'voting', 'panel', 'live', 'reviewing', 'closed');--> statement-breakpoint
CREATE TYPE "public"."followed_kind" AS ENUM('concern', 'priority', 'neighbourhood', 'cycle');--> statement-breakpoint
CREATE TYPE "public"."following_pace" AS ENUM('each', 'monthly');--> statement-breakpoint
CREATE TYPE "public"."staff_pace" AS ENUM('each', 'daily', 'none');--> statement-breakpoint
CREATE TYPE "public"."meeting_kind" AS ENUM('meeting', 'drop-in', 'street-briefing', 'online', 'stall');--> statement-breakpoint
CREATE TYPE "public"."meeting_state" AS ENUM('announced', 'cancelled', 'held', 'written-up');--> statement-breakpoint
CREATE TYPE "public"."page_report_state" AS ENUM('received', 'taken-down', 'kept', 'appealed', 'upheld', 'changed');--> statement-breakpoint
CREATE TYPE "public"."reportable_kind" AS ENUM('concern', 'priority', 'meeting');--> statement-breakpoint
CREATE TYPE "public"."panel_choice" AS ENUM('for', 'against', 'abstain');--> statement-breakpoint
CREATE TYPE "public"."resolution_format" AS ENUM('in-person', 'online', 'written');--> statement-breakpoint
CREATE TYPE "public"."resolution_kind" AS ENUM('adopt', 'confirm-urgent');--> statement-breakpoint
CREATE TYPE "public"."resolution_state" AS ENUM('open', 'decided', 'inquorate');--> statement-breakpoint
CREATE TYPE "public"."priority_origin" AS ENUM('community-cycle', 'snt-urgent', 'partner');--> statement-breakpoint
CREATE TYPE "public"."priority_state" AS ENUM('proposed', 'adopted', 'in-progress', 'outcome-reported', 'feedback-open', 'panel-decision', 'returned', 'signed-off', 'recurred', 'closed-without-signoff', 'declined-by-force', 'lapsed');--> statement-breakpoint
CREATE TYPE "public"."thread_level" AS ENUM('team', 'sergeant', 'inspector');--> statement-breakpoint
CREATE TYPE "public"."thread_state" AS ENUM('received', 'acknowledged', 'answered', 'redirected', 'closed', 'reopened');--> statement-breakpoint
CREATE TABLE "age_structures" (
	"edition_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"age_band" "age_band" NOT NULL,
	"residents" integer NOT NULL,
	CONSTRAINT "age_structures_edition_id_neighbourhood_id_age_band_pk" PRIMARY KEY("edition_id","neighbourhood_id","age_band"),
	CONSTRAINT "age_structures_residents" CHECK ("age_structures"."residents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "ballot_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"mode" "ballot_mode" NOT NULL,
	"state" "batch_state" NOT NULL,
	"keyed_by" uuid,
	"keyed_at" timestamp with time zone,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ballot_batches_cycleId_number_unique" UNIQUE("cycle_id","number"),
	CONSTRAINT "ballot_batches_two_people" CHECK ("ballot_batches"."checked_by" <> "ballot_batches"."keyed_by"),
	CONSTRAINT "ballot_batches_checked" CHECK ("ballot_batches"."state" <> 'checked' or "ballot_batches"."checked_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"voter_key" text,
	"choices" smallint[] NOT NULL,
	"mode" "ballot_mode" NOT NULL,
	"batch_id" uuid,
	"age_band" "age_band",
	"connection" "connection_kind",
	"part" text,
	"receipt" text,
	"cast_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"quarantined_at" timestamp with time zone,
	"quarantined_by" uuid,
	"quarantine_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ballots_choices" CHECK (cardinality("ballots"."choices") <= 9),
	CONSTRAINT "ballots_withdrawn" CHECK (("ballots"."withdrawn_at" is not null) = (cardinality("ballots"."choices") = 0)),
	CONSTRAINT "ballots_quarantine" CHECK (("ballots"."quarantined_at" is null) = ("ballots"."quarantine_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "batch_lines" (
	"batch_id" uuid NOT NULL,
	"pass" smallint NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"choices" smallint[] NOT NULL,
	"is_to_be_told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "batch_lines_batch_id_pass_line_pk" PRIMARY KEY("batch_id","pass","line"),
	CONSTRAINT "batch_lines_pass" CHECK ("batch_lines"."pass" in (1, 2)),
	CONSTRAINT "batch_lines_choices" CHECK (cardinality("batch_lines"."choices") between 1 and 9)
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"cycle_id" uuid PRIMARY KEY NOT NULL,
	"certified_at" timestamp with time zone NOT NULL,
	"certified_by" uuid,
	"counted" integer NOT NULL,
	"quarantined" integer NOT NULL,
	"is_low_participation" boolean NOT NULL,
	"result" jsonb NOT NULL,
	"published" text NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_concerns" (
	"candidate_id" uuid NOT NULL,
	"concern_id" uuid NOT NULL,
	CONSTRAINT "candidate_concerns_candidate_id_concern_id_pk" PRIMARY KEY("candidate_id","concern_id")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"category" "concern_category" NOT NULL,
	"title" text NOT NULL,
	"statement" text NOT NULL,
	"raisers" integer DEFAULT 0 NOT NULL,
	"trend_words" text,
	"trend_source" text,
	"partners_words" text,
	"harm_words" text,
	"under_heard_words" text,
	"score_support" smallint,
	"score_evidence" smallint,
	"score_harm" smallint,
	"score_under_heard" smallint,
	"score_changeable" smallint,
	"score_not_in_hand" smallint,
	"is_shortlisted" boolean,
	"left_off_reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidates_cycleId_number_unique" UNIQUE("cycle_id","number"),
	CONSTRAINT "candidates_left_off" CHECK ("candidates"."is_shortlisted" is distinct from false or "candidates"."left_off_reason" is not null),
	CONSTRAINT "candidates_score_support" CHECK ("candidates"."score_support" between 0 and 4),
	CONSTRAINT "candidates_score_evidence" CHECK ("candidates"."score_evidence" between 0 and 4),
	CONSTRAINT "candidates_score_harm" CHECK ("candidates"."score_harm" between 0 and 4),
	CONSTRAINT "candidates_score_under_heard" CHECK ("candidates"."score_under_heard" between 0 and 4),
	CONSTRAINT "candidates_score_changeable" CHECK ("candidates"."score_changeable" between 0 and 4),
	CONSTRAINT "candidates_score_not_in_hand" CHECK ("candidates"."score_not_in_hand" between 0 and 4),
	CONSTRAINT "candidates_number" CHECK ("candidates"."number" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "concern_appeals" (
	"concern_id" uuid PRIMARY KEY NOT NULL,
	"appealed_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"against" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "concern_appeals_separate" CHECK ("concern_appeals"."decided_by" <> "concern_appeals"."against")
);
--> statement-breakpoint
CREATE TABLE "concern_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"concern_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "concern_state",
	"to" "concern_state" NOT NULL,
	"reason_code" text,
	"line" text NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "concern_supporters" (
	"concern_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "concern_supporters_concern_id_account_id_pk" PRIMARY KEY("concern_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "concern_texts" (
	"concern_id" uuid PRIMARY KEY NOT NULL,
	"words" text,
	"place_words" text,
	"when_words" text,
	"effect_words" text,
	"erase_on" date,
	"erased_at" timestamp with time zone,
	CONSTRAINT "concern_texts_erased" CHECK ("concern_texts"."erased_at" is null or ("concern_texts"."words" is null and "concern_texts"."place_words" is null and "concern_texts"."when_words" is null and "concern_texts"."effect_words" is null))
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"category" "concern_category" NOT NULL,
	"source" "concern_source" NOT NULL,
	"state" "concern_state" NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_by" uuid,
	"entered_by" uuid,
	"lng" double precision,
	"lat" double precision,
	"public_title" text,
	"public_summary" text,
	"public_place" text,
	"summary_by" uuid,
	"published_at" timestamp with time zone,
	"taken_down_at" timestamp with time zone,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"is_urgent" boolean DEFAULT false NOT NULL,
	"triage_due_at" timestamp with time zone NOT NULL,
	"triaged_at" timestamp with time zone,
	"decided_by" uuid,
	"merged_into_id" uuid,
	"raisers" integer DEFAULT 1 NOT NULL,
	"agency_id" uuid,
	"reason_code" text,
	"cycle_id" uuid,
	"has_rolled_over" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "concerns_reference_unique" UNIQUE("reference"),
	CONSTRAINT "concerns_merged" CHECK (("concerns"."state" = 'merged') = ("concerns"."merged_into_id" is not null)),
	CONSTRAINT "concerns_not_into_itself" CHECK ("concerns"."merged_into_id" <> "concerns"."id"),
	CONSTRAINT "concerns_referred" CHECK ("concerns"."state" <> 'referred' or "concerns"."agency_id" is not null),
	CONSTRAINT "concerns_published" CHECK ("concerns"."published_at" is null or ("concerns"."public_title" is not null and "concerns"."public_summary" is not null)),
	CONSTRAINT "concerns_candidate" CHECK ("concerns"."state" not in ('published-candidate', 'shortlisted', 'adopted', 'not-adopted') or "concerns"."published_at" is not null),
	CONSTRAINT "concerns_reason" CHECK ("concerns"."state" not in ('rejected', 'not-adopted') or "concerns"."reason_code" is not null),
	CONSTRAINT "concerns_point" CHECK (("concerns"."lng" is null) = ("concerns"."lat" is null))
);
--> statement-breakpoint
CREATE TABLE "diversions" (
	"concern_id" uuid PRIMARY KEY NOT NULL,
	"route" "divert_route" NOT NULL,
	"diverted_at" timestamp with time zone NOT NULL,
	"diverted_by" uuid,
	"alarm_at" timestamp with time zone NOT NULL,
	"alarmed_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"force_reference" text
);
--> statement-breakpoint
CREATE TABLE "cycle_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "cycle_stage",
	"to" "cycle_stage" NOT NULL,
	"line" text NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "cycle_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"stage" "cycle_stage" NOT NULL,
	"extra_days" integer NOT NULL,
	"reason" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "cycle_extensions_days" CHECK ("cycle_extensions"."extra_days" between 1 and 366)
);
--> statement-breakpoint
CREATE TABLE "cycle_keys" (
	"cycle_id" uuid PRIMARY KEY NOT NULL,
	"sealed_key" text,
	"destroy_on" date,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "cycle_keys_destroyed" CHECK (("cycle_keys"."destroyed_at" is not null) = ("cycle_keys"."sealed_key" is null))
);
--> statement-breakpoint
CREATE TABLE "cycles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"stage" "cycle_stage" NOT NULL,
	"starts_on" date NOT NULL,
	"raising_ends_on" date NOT NULL,
	"research_ends_on" date NOT NULL,
	"shortlisting_ends_on" date NOT NULL,
	"voting_ends_on" date NOT NULL,
	"panel_ends_on" date NOT NULL,
	"live_ends_on" date NOT NULL,
	"reviewing_ends_on" date NOT NULL,
	"methodology_version" integer DEFAULT 1 NOT NULL,
	"boundary_edition_id" uuid,
	"is_interim" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cycles_neighbourhoodId_number_unique" UNIQUE("neighbourhood_id","number"),
	CONSTRAINT "cycles_dates" CHECK ("cycles"."starts_on" <= "cycles"."raising_ends_on" and "cycles"."raising_ends_on" <= "cycles"."research_ends_on" and "cycles"."research_ends_on" <= "cycles"."shortlisting_ends_on" and "cycles"."shortlisting_ends_on" <= "cycles"."voting_ends_on" and "cycles"."voting_ends_on" <= "cycles"."panel_ends_on" and "cycles"."panel_ends_on" <= "cycles"."live_ends_on" and "cycles"."live_ends_on" <= "cycles"."reviewing_ends_on")
);
--> statement-breakpoint
CREATE TABLE "pre_election_periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"pauses_cycles" boolean NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pre_election_dates" CHECK ("pre_election_periods"."starts_on" <= "pre_election_periods"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "followings" (
	"account_id" uuid NOT NULL,
	"kind" "followed_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"pace" "following_pace" NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_until" timestamp with time zone,
	CONSTRAINT "followings_account_id_kind_subject_id_pk" PRIMARY KEY("account_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "news" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"kind" "followed_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"line" text NOT NULL,
	"path" text NOT NULL,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"line" text NOT NULL,
	"path" text NOT NULL,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_preferences" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"pace" "staff_pace" NOT NULL,
	"digest_sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "incident_counts" (
	"import_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"month" date NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "incident_counts_import_id_neighbourhood_id_kind_pk" PRIMARY KEY("import_id","neighbourhood_id","kind")
);
--> statement-breakpoint
CREATE TABLE "incident_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"month" date NOT NULL,
	"digest" text NOT NULL,
	"rows" integer NOT NULL,
	"without_position" integer NOT NULL,
	"outside" integer NOT NULL,
	"attribution" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "incident_imports_source_month_unique" UNIQUE("source","month")
);
--> statement-breakpoint
CREATE TABLE "meeting_neighbourhoods" (
	"meeting_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "meeting_neighbourhoods_meeting_id_neighbourhood_id_pk" PRIMARY KEY("meeting_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"kind" "meeting_kind" NOT NULL,
	"state" "meeting_state" NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text,
	"how_to_join" text,
	"access" text NOT NULL,
	"who_comes" text NOT NULL,
	"cancelled_reason" text,
	"write_up" text,
	"decisions" text,
	"attended" integer,
	"written_up_at" timestamp with time zone,
	"taken_down_at" timestamp with time zone,
	"announced_by" uuid,
	"announced_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_reference_unique" UNIQUE("reference"),
	CONSTRAINT "meetings_times" CHECK ("meetings"."starts_at" < "meetings"."ends_at"),
	CONSTRAINT "meetings_somewhere" CHECK ("meetings"."place" is not null or "meetings"."how_to_join" is not null),
	CONSTRAINT "meetings_cancelled" CHECK (("meetings"."state" = 'cancelled') = ("meetings"."cancelled_reason" is not null)),
	CONSTRAINT "meetings_written_up" CHECK (("meetings"."state" = 'written-up') = ("meetings"."written_up_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "successions" (
	"edition_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"share" real DEFAULT 1 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "successions_edition_id_from_id_to_id_pk" PRIMARY KEY("edition_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "page_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"kind" "reportable_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"path" text NOT NULL,
	"state" "page_report_state" NOT NULL,
	"problem" text NOT NULL,
	"words" text,
	"reported_by" uuid,
	"reported_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason_code" text,
	"appealed_at" timestamp with time zone,
	"appeal_decided_by" uuid,
	"appeal_decided_at" timestamp with time zone,
	CONSTRAINT "page_reports_reference_unique" UNIQUE("reference"),
	CONSTRAINT "page_reports_separate" CHECK ("page_reports"."appeal_decided_by" <> "page_reports"."decided_by"),
	CONSTRAINT "page_reports_decided" CHECK (("page_reports"."decided_at" is null) = ("page_reports"."reason_code" is null))
);
--> statement-breakpoint
CREATE TABLE "panel_interests" (
	"item_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_interests_item_id_account_id_pk" PRIMARY KEY("item_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "panel_votes" (
	"item_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"choice" "panel_choice" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "panel_votes_item_id_account_id_pk" PRIMARY KEY("item_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "resolution_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"resolution_id" uuid NOT NULL,
	"candidate_id" uuid,
	"priority_id" uuid,
	"place" smallint NOT NULL,
	"is_moved" boolean DEFAULT false NOT NULL,
	"problem" text,
	"vote_words" text,
	"evidence" text,
	"why_over_others" text,
	"success" text,
	"departure_reason" text,
	"votes_for" integer,
	"votes_against" integer,
	"abstentions" integer,
	"is_carried" boolean,
	CONSTRAINT "resolution_items_one_subject" CHECK (("resolution_items"."candidate_id" is null) <> ("resolution_items"."priority_id" is null)),
	CONSTRAINT "resolution_items_rationale" CHECK ("resolution_items"."is_carried" is distinct from true or ("resolution_items"."problem" is not null and "resolution_items"."vote_words" is not null and "resolution_items"."evidence" is not null and "resolution_items"."why_over_others" is not null and "resolution_items"."success" is not null)),
	CONSTRAINT "resolution_items_majority" CHECK ("resolution_items"."is_carried" is distinct from true or "resolution_items"."votes_for" > "resolution_items"."votes_against")
);
--> statement-breakpoint
CREATE TABLE "resolution_members" (
	"resolution_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"is_present" boolean DEFAULT false NOT NULL,
	CONSTRAINT "resolution_members_resolution_id_account_id_pk" PRIMARY KEY("resolution_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"cycle_id" uuid,
	"kind" "resolution_kind" NOT NULL,
	"format" "resolution_format" NOT NULL,
	"state" "resolution_state" NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"held_on" date NOT NULL,
	"is_interim" boolean DEFAULT false NOT NULL,
	"members_total" integer NOT NULL,
	"quorum" integer NOT NULL,
	"present" integer,
	"motion" text,
	"low_participation" text,
	"opened_by" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "resolutions_quorate" CHECK ("resolutions"."state" <> 'decided' or "resolutions"."present" >= "resolutions"."quorum"),
	CONSTRAINT "resolutions_decided" CHECK ("resolutions"."state" <> 'decided' or ("resolutions"."motion" is not null and "resolutions"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"origin" "priority_origin" NOT NULL,
	"state" "priority_state" NOT NULL,
	"slot" smallint,
	"category" "concern_category" NOT NULL,
	"title" text NOT NULL,
	"statement" text NOT NULL,
	"cycle_id" uuid,
	"candidate_id" uuid,
	"resolution_item_id" uuid,
	"is_low_participation" boolean DEFAULT false NOT NULL,
	"is_interim" boolean DEFAULT false NOT NULL,
	"adopted_on" date,
	"lapses_on" date,
	"confirmed_at" timestamp with time zone,
	"urgent_reason" text,
	"added_by" uuid,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"declined_at" timestamp with time zone,
	"declined_by" uuid,
	"decline_code" text,
	"decline_reason" text,
	"review_due_on" date,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" uuid,
	"review_outcome" text,
	"review_reason" text,
	"review_on" date,
	"ended_at" timestamp with time zone,
	"taken_down_at" timestamp with time zone,
	"chosen_in_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "priorities_reference_unique" UNIQUE("reference"),
	CONSTRAINT "priorities_open" CHECK (("priorities"."slot" is not null) = ("priorities"."state" in ('adopted', 'in-progress', 'outcome-reported', 'feedback-open', 'panel-decision', 'returned', 'recurred') or ("priorities"."state" = 'declined-by-force' and "priorities"."reviewed_at" is null))),
	CONSTRAINT "priorities_at_most_three" CHECK ("priorities"."slot" between 1 and 3 or ("priorities"."slot" between 4 and 99 and "priorities"."chosen_in_id" is not null)),
	CONSTRAINT "priorities_resolution" CHECK ("priorities"."origin" <> 'community-cycle' or "priorities"."state" = 'proposed' or "priorities"."resolution_item_id" is not null),
	CONSTRAINT "priorities_urgent" CHECK ("priorities"."origin" <> 'snt-urgent' or ("priorities"."urgent_reason" is not null and "priorities"."lapses_on" is not null)),
	CONSTRAINT "priorities_declined" CHECK (("priorities"."state" <> 'declined-by-force') or ("priorities"."decline_code" is not null and "priorities"."decline_reason" is not null)),
	CONSTRAINT "priorities_reviewer" CHECK ("priorities"."reviewed_by" <> "priorities"."declined_by")
);
--> statement-breakpoint
CREATE TABLE "priority_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"priority_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" "priority_state",
	"to" "priority_state" NOT NULL,
	"reason_code" text,
	"line" text NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "thread_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"writer" text NOT NULL,
	"writer_id" uuid,
	"kind" text NOT NULL,
	"words" text
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"state" "thread_state" NOT NULL,
	"level" "thread_level" NOT NULL,
	"raised_by" uuid,
	"entered_by" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"delayed_until" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"missed_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"erase_on" date,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "threads_reference_unique" UNIQUE("reference"),
	CONSTRAINT "threads_answered" CHECK ("threads"."state" <> 'answered' or "threads"."answered_at" is not null),
	CONSTRAINT "threads_closed" CHECK (("threads"."state" = 'closed') = ("threads"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "age_structures" ADD CONSTRAINT "age_structures_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "age_structures" ADD CONSTRAINT "age_structures_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_batches" ADD CONSTRAINT "ballot_batches_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_batch_id_ballot_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."ballot_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_lines" ADD CONSTRAINT "batch_lines_batch_id_ballot_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."ballot_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_lines" ADD CONSTRAINT "batch_lines_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_concerns" ADD CONSTRAINT "candidate_concerns_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_concerns" ADD CONSTRAINT "candidate_concerns_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_appeals" ADD CONSTRAINT "concern_appeals_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_events" ADD CONSTRAINT "concern_events_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_supporters" ADD CONSTRAINT "concern_supporters_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_supporters" ADD CONSTRAINT "concern_supporters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_texts" ADD CONSTRAINT "concern_texts_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_raised_by_accounts_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diversions" ADD CONSTRAINT "diversions_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_events" ADD CONSTRAINT "cycle_events_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_extensions" ADD CONSTRAINT "cycle_extensions_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_keys" ADD CONSTRAINT "cycle_keys_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_boundary_edition_id_editions_id_fk" FOREIGN KEY ("boundary_edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followings" ADD CONSTRAINT "followings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notices" ADD CONSTRAINT "staff_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_preferences" ADD CONSTRAINT "staff_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_counts" ADD CONSTRAINT "incident_counts_import_id_incident_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."incident_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_counts" ADD CONSTRAINT "incident_counts_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_neighbourhoods" ADD CONSTRAINT "meeting_neighbourhoods_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_neighbourhoods" ADD CONSTRAINT "meeting_neighbourhoods_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_from_id_neighbourhoods_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_to_id_neighbourhoods_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_reports" ADD CONSTRAINT "page_reports_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_reports" ADD CONSTRAINT "page_reports_reported_by_accounts_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_interests" ADD CONSTRAINT "panel_interests_item_id_resolution_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."resolution_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_interests" ADD CONSTRAINT "panel_interests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_item_id_resolution_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."resolution_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_items" ADD CONSTRAINT "resolution_items_resolution_id_resolutions_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolutions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_items" ADD CONSTRAINT "resolution_items_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_members" ADD CONSTRAINT "resolution_members_resolution_id_resolutions_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolutions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_members" ADD CONSTRAINT "resolution_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_resolution_item_id_resolution_items_id_fk" FOREIGN KEY ("resolution_item_id") REFERENCES "public"."resolution_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_chosen_in_id_neighbourhoods_id_fk" FOREIGN KEY ("chosen_in_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_events" ADD CONSTRAINT "priority_events_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_raised_by_accounts_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_one_each" ON "ballots" USING btree ("cycle_id","voter_key");--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_receipt" ON "ballots" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "ballots_cycle_id_cast_at_index" ON "ballots" USING btree ("cycle_id","cast_at");--> statement-breakpoint
CREATE INDEX "ballots_batch_id_index" ON "ballots" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "batch_lines_account_id_index" ON "batch_lines" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "candidate_concerns_concern_id_index" ON "candidate_concerns" USING btree ("concern_id");--> statement-breakpoint
CREATE INDEX "concern_events_concern_id_at_index" ON "concern_events" USING btree ("concern_id","at");--> statement-breakpoint
CREATE INDEX "concern_supporters_account_id_index" ON "concern_supporters" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "concern_texts_erase_on_index" ON "concern_texts" USING btree ("erase_on");--> statement-breakpoint
CREATE INDEX "concerns_neighbourhood_id_state_index" ON "concerns" USING btree ("neighbourhood_id","state");--> statement-breakpoint
CREATE INDEX "concerns_queue" ON "concerns" USING btree ("neighbourhood_id","is_urgent" DESC NULLS FIRST,"triage_due_at","raised_at","id") WHERE "concerns"."state" in ('submitted', 'triage', 'changed', 'appealed');--> statement-breakpoint
CREATE INDEX "concerns_queue_force" ON "concerns" USING btree ("is_urgent" DESC NULLS FIRST,"triage_due_at","raised_at","id") WHERE "concerns"."state" in ('submitted', 'triage', 'changed', 'appealed');--> statement-breakpoint
CREATE INDEX "concerns_raised_by_index" ON "concerns" USING btree ("raised_by");--> statement-breakpoint
CREATE INDEX "concerns_merged_into_id_index" ON "concerns" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "concerns_cycle_id_index" ON "concerns" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "concerns_public" ON "concerns" USING btree ("neighbourhood_id","published_at" DESC NULLS LAST) WHERE "concerns"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "diversions_waiting" ON "diversions" USING btree ("alarm_at") WHERE "diversions"."acknowledged_at" is null;--> statement-breakpoint
CREATE INDEX "cycle_events_cycle_id_at_index" ON "cycle_events" USING btree ("cycle_id","at");--> statement-breakpoint
CREATE INDEX "cycle_extensions_cycle_id_index" ON "cycle_extensions" USING btree ("cycle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cycles_one_running" ON "cycles" USING btree ("neighbourhood_id") WHERE "cycles"."stage" not in ('planned', 'closed');--> statement-breakpoint
CREATE INDEX "cycles_running" ON "cycles" USING btree ("stage","neighbourhood_id") WHERE "cycles"."stage" <> 'closed';--> statement-breakpoint
CREATE INDEX "followings_kind_subject_id_index" ON "followings" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "news_untold" ON "news" USING btree ("at") WHERE "news"."told_at" is null;--> statement-breakpoint
CREATE INDEX "news_kind_subject_id_at_index" ON "news" USING btree ("kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "news_neighbourhood_id_at_index" ON "news" USING btree ("neighbourhood_id","at");--> statement-breakpoint
CREATE INDEX "staff_notices_untold" ON "staff_notices" USING btree ("account_id","at") WHERE "staff_notices"."told_at" is null;--> statement-breakpoint
CREATE INDEX "staff_notices_account_id_at_index" ON "staff_notices" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "incident_counts_neighbourhood_id_month_index" ON "incident_counts" USING btree ("neighbourhood_id","month");--> statement-breakpoint
CREATE INDEX "meeting_neighbourhoods_neighbourhood_id_index" ON "meeting_neighbourhoods" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "meetings_starts_at_index" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "successions_from_id_index" ON "successions" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "successions_to_id_index" ON "successions" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "page_reports_waiting" ON "page_reports" USING btree ("due_at") WHERE "page_reports"."state" in ('received', 'appealed');--> statement-breakpoint
CREATE INDEX "page_reports_kind_subject_id_index" ON "page_reports" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "resolution_items_resolution_id_index" ON "resolution_items" USING btree ("resolution_id");--> statement-breakpoint
CREATE INDEX "resolution_items_candidate_id_index" ON "resolution_items" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "resolution_members_account_id_index" ON "resolution_members" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resolutions_one_open" ON "resolutions" USING btree ("cycle_id") WHERE "resolutions"."state" = 'open' and "resolutions"."cycle_id" is not null;--> statement-breakpoint
CREATE INDEX "resolutions_neighbourhood_id_held_on_index" ON "resolutions" USING btree ("neighbourhood_id","held_on");--> statement-breakpoint
CREATE INDEX "resolutions_cycle_id_index" ON "resolutions" USING btree ("cycle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "priorities_slots" ON "priorities" USING btree ("neighbourhood_id","slot");--> statement-breakpoint
CREATE INDEX "priorities_neighbourhood_id_adopted_on_index" ON "priorities" USING btree ("neighbourhood_id","adopted_on");--> statement-breakpoint
CREATE INDEX "priorities_running" ON "priorities" USING btree ("state") WHERE "priorities"."slot" is not null;--> statement-breakpoint
CREATE INDEX "priorities_cycle_id_index" ON "priorities" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "priority_events_priority_id_at_index" ON "priority_events" USING btree ("priority_id","at");--> statement-breakpoint
CREATE INDEX "thread_entries_thread_id_at_index" ON "thread_entries" USING btree ("thread_id","at");--> statement-breakpoint
CREATE INDEX "threads_waiting" ON "threads" USING btree ("neighbourhood_id","due_at") WHERE "threads"."state" in ('received', 'acknowledged', 'reopened');--> statement-breakpoint
CREATE INDEX "threads_due_at_index" ON "threads" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "threads_raised_by_index" ON "threads" USING btree ("raised_by");--> statement-breakpoint
CREATE INDEX "threads_erase_on_index" ON "threads" USING btree ("erase_on");