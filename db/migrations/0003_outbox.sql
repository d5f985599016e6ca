ALTER TYPE "public"."message_status" ADD VALUE 'dropped';--> statement-breakpoint
DROP INDEX "messages_status_next_attempt_at_index";--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("is_secret" DESC NULLS LAST,"next_attempt_at") WHERE "messages"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "messages_status_created_at_index" ON "messages" USING btree ("status","created_at");--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "lease_until";