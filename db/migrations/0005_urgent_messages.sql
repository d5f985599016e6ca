CREATE TABLE "thread_hand_offs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"route" "divert_route" NOT NULL,
	"handed_at" timestamp with time zone NOT NULL,
	"alarm_at" timestamp with time zone NOT NULL,
	"alarmed_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"force_reference" text,
	CONSTRAINT "thread_hand_offs_acknowledged" CHECK (("thread_hand_offs"."acknowledged_at" is null) = ("thread_hand_offs"."force_reference" is null))
);
--> statement-breakpoint
ALTER TABLE "thread_hand_offs" ADD CONSTRAINT "thread_hand_offs_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_hand_offs_waiting" ON "thread_hand_offs" USING btree ("alarm_at") WHERE "thread_hand_offs"."acknowledged_at" is null;--> statement-breakpoint
CREATE INDEX "thread_hand_offs_thread_id_index" ON "thread_hand_offs" USING btree ("thread_id");--> statement-breakpoint
alter table thread_hand_offs enable row level security;
--> statement-breakpoint
create policy thread_hand_offs_scope on thread_hand_offs
  using (app_actor_kind() = 'system' or exists (select from threads t where t.id = thread_id));
