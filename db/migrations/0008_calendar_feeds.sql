CREATE TABLE "calendar_feeds" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Whoever knows a feed reads when its owner is due: nobody but its owner and the platform finds one.
alter table calendar_feeds enable row level security;
--> statement-breakpoint
create policy calendar_feeds_own on calendar_feeds using (app_actor_kind() = 'system' or account_id = app_account_id());
