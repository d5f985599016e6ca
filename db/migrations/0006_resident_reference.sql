ALTER TABLE "residents" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "residents_reference_unique" UNIQUE("reference");