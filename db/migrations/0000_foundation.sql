CREATE TYPE "public"."agency_kind" AS ENUM('police', 'county', 'district', 'housing', 'health', 'fire', 'probation', 'youth justice', 'education', 'voluntary', 'business');--> statement-breakpoint
CREATE TYPE "public"."edition_noun" AS ENUM('boundaries', 'postcodes', 'structure', 'teams', 'places');--> statement-breakpoint
CREATE TYPE "public"."place_kind" AS ENUM('city', 'town', 'suburb', 'village', 'hamlet', 'locality');--> statement-breakpoint
CREATE TYPE "public"."urban_rural" AS ENUM('urban', 'town', 'rural');--> statement-breakpoint
CREATE TYPE "public"."funding_source" AS ENUM('force', 'matched', 'partner', 'grant');--> statement-breakpoint
CREATE TYPE "public"."holding_kind" AS ENUM('substantive', 'acting', 'cover');--> statement-breakpoint
CREATE TYPE "public"."post_kind" AS ENUM('sergeant', 'pc', 'pcso', 'special', 'ranger', 'warden');--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" "agency_kind" NOT NULL,
	CONSTRAINT "agencies_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "boundaries" (
	"edition_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"geometry" jsonb NOT NULL,
	"centre_lng" double precision NOT NULL,
	"centre_lat" double precision NOT NULL,
	CONSTRAINT "boundaries_edition_id_neighbourhood_id_pk" PRIMARY KEY("edition_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "recorded_outwards" (
	"edition_id" uuid NOT NULL,
	"outward" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "recorded_outwards_edition_id_outward_neighbourhood_id_pk" PRIMARY KEY("edition_id","outward","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "recorded_postcodes" (
	"edition_id" uuid NOT NULL,
	"postcode" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"building" text,
	CONSTRAINT "recorded_postcodes_edition_id_postcode_pk" PRIMARY KEY("edition_id","postcode")
);
--> statement-breakpoint
CREATE TABLE "edition_terms" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "edition_terms_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"noun" "edition_noun" NOT NULL,
	"edition_id" uuid NOT NULL,
	"in_force_from" timestamp with time zone NOT NULL,
	"in_force_to" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"noun" "edition_noun" NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"source_date" date,
	"attribution" text NOT NULL,
	"is_illustrative" boolean NOT NULL,
	"digest" text NOT NULL,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"oversight_body_name" text NOT NULL,
	"website" text,
	"telephone" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	CONSTRAINT "forces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "neighbourhoods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "neighbourhoods_code_unique" UNIQUE("code"),
	CONSTRAINT "neighbourhoods_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"kind" "place_kind" NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"district_code" text,
	CONSTRAINT "places_edition_id_number_pk" PRIMARY KEY("edition_id","number")
);
--> statement-breakpoint
CREATE TABLE "outside_postcodes" (
	"edition_id" uuid NOT NULL,
	"outward" text NOT NULL,
	"district_codes" text[] NOT NULL,
	"units" "bytea" NOT NULL,
	CONSTRAINT "outside_postcodes_edition_id_outward_pk" PRIMARY KEY("edition_id","outward")
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"edition_id" uuid NOT NULL,
	"postcode" text NOT NULL,
	"lng" double precision,
	"lat" double precision,
	"district_code" text,
	"terminated_in" text,
	CONSTRAINT "postcodes_edition_id_postcode_pk" PRIMARY KEY("edition_id","postcode")
);
--> statement-breakpoint
CREATE TABLE "bcus" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "bcus_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "partnerships_code_unique" UNIQUE("code"),
	CONSTRAINT "partnerships_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"edition_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"bcu_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"partnership_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"urban_rural" "urban_rural",
	"bcu_name" text NOT NULL,
	"section_name" text NOT NULL,
	"partnership_name" text NOT NULL,
	"team_name" text NOT NULL,
	CONSTRAINT "placements_edition_id_neighbourhood_id_pk" PRIMARY KEY("edition_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "sections_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "teams_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "base_neighbourhoods" (
	"edition_id" uuid NOT NULL,
	"base_code" text NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	CONSTRAINT "base_neighbourhoods_edition_id_base_code_neighbourhood_id_pk" PRIMARY KEY("edition_id","base_code","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "bases" (
	"edition_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text,
	"lng" double precision,
	"lat" double precision,
	"is_public" boolean NOT NULL,
	"opening_hours" text,
	"shared_with" text,
	CONSTRAINT "bases_edition_id_code_pk" PRIMARY KEY("edition_id","code")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"edition_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"email" text,
	"telephone" text,
	"website" text,
	CONSTRAINT "contacts_edition_id_neighbourhood_id_pk" PRIMARY KEY("edition_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"surname" text NOT NULL,
	CONSTRAINT "people_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "post_allocations" (
	"edition_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"neighbourhood_id" uuid NOT NULL,
	"weight" numeric(6, 5) NOT NULL,
	CONSTRAINT "post_allocations_edition_id_post_id_neighbourhood_id_pk" PRIMARY KEY("edition_id","post_id","neighbourhood_id")
);
--> statement-breakpoint
CREATE TABLE "post_details" (
	"edition_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"kind" "post_kind" NOT NULL,
	"team_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"full_time_equivalent" numeric(4, 3) NOT NULL,
	"funding_source" "funding_source" NOT NULL,
	"funding_ends_on" date,
	"cover_plan" text,
	"vacancy_reason" text,
	CONSTRAINT "post_details_edition_id_post_id_pk" PRIMARY KEY("edition_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "post_holdings" (
	"edition_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "holding_kind" NOT NULL,
	"held_from" date NOT NULL,
	"held_to" date,
	"public_name_ok" boolean NOT NULL,
	"photo_ok" boolean NOT NULL,
	CONSTRAINT "post_holdings_edition_id_post_id_person_id_held_from_pk" PRIMARY KEY("edition_id","post_id","person_id","held_from")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "posts_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
ALTER TABLE "boundaries" ADD CONSTRAINT "boundaries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundaries" ADD CONSTRAINT "boundaries_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_outwards" ADD CONSTRAINT "recorded_outwards_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_outwards" ADD CONSTRAINT "recorded_outwards_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_postcodes" ADD CONSTRAINT "recorded_postcodes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_postcodes" ADD CONSTRAINT "recorded_postcodes_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_terms" ADD CONSTRAINT "edition_terms_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_postcodes" ADD CONSTRAINT "outside_postcodes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcodes" ADD CONSTRAINT "postcodes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_bcu_id_bcus_id_fk" FOREIGN KEY ("bcu_id") REFERENCES "public"."bcus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_neighbourhoods" ADD CONSTRAINT "base_neighbourhoods_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_neighbourhoods" ADD CONSTRAINT "base_neighbourhoods_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bases" ADD CONSTRAINT "bases_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_allocations" ADD CONSTRAINT "post_allocations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_allocations" ADD CONSTRAINT "post_allocations_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_allocations" ADD CONSTRAINT "post_allocations_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_details" ADD CONSTRAINT "post_details_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_details" ADD CONSTRAINT "post_details_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_details" ADD CONSTRAINT "post_details_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_details" ADD CONSTRAINT "post_details_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holdings" ADD CONSTRAINT "post_holdings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holdings" ADD CONSTRAINT "post_holdings_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holdings" ADD CONSTRAINT "post_holdings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "boundaries_neighbourhood_id_index" ON "boundaries" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "recorded_outwards_neighbourhood_id_index" ON "recorded_outwards" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "recorded_postcodes_neighbourhood_id_index" ON "recorded_postcodes" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_terms_one_open" ON "edition_terms" USING btree ("noun") WHERE "edition_terms"."in_force_to" is null;--> statement-breakpoint
CREATE INDEX "edition_terms_noun_in_force_from_index" ON "edition_terms" USING btree ("noun","in_force_from");--> statement-breakpoint
CREATE INDEX "editions_noun_created_at_index" ON "editions" USING btree ("noun","created_at");--> statement-breakpoint
CREATE INDEX "placements_neighbourhood_id_index" ON "placements" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "placements_team_id_index" ON "placements" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "base_neighbourhoods_neighbourhood_id_index" ON "base_neighbourhoods" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "post_allocations_neighbourhood_id_index" ON "post_allocations" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "post_details_team_id_index" ON "post_details" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "post_holdings_person_id_index" ON "post_holdings" USING btree ("person_id");