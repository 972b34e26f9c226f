CREATE TABLE "line_channels" (
	"desk_id" uuid PRIMARY KEY NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"sealed_token" text NOT NULL,
	"sends" boolean DEFAULT true NOT NULL,
	"keys_at" timestamp with time zone NOT NULL,
	"keys_by" uuid,
	"tested_at" timestamp with time zone,
	"test_result" text
);
--> statement-breakpoint
ALTER TABLE "line_channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_events" (
	"desk_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"user_index" text NOT NULL,
	"message_index" text,
	"type" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"sealed" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "line_events_desk_id_event_id_pk" PRIMARY KEY("desk_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "line_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_friends" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"user_index" text NOT NULL,
	"sealed_user" text NOT NULL,
	"state" text NOT NULL,
	"lang" text DEFAULT 'ja' NOT NULL,
	"sealed_reply" text,
	"reply_until" timestamp with time zone,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "line_friends_once" UNIQUE("desk_id","user_index")
);
--> statement-breakpoint
ALTER TABLE "line_friends" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_talks" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"friend_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"delivered_seq" integer DEFAULT 0 NOT NULL,
	"rung_seq" integer DEFAULT 0 NOT NULL,
	"began_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "line_talks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"friend_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "line_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"friend_id" uuid NOT NULL,
	"how" text NOT NULL,
	"sealed_token" text,
	"token_until" timestamp with time zone,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"doubtful" boolean DEFAULT false NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "line_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_months" (
	"desk_id" uuid NOT NULL,
	"month" text NOT NULL,
	"pushes" integer NOT NULL,
	CONSTRAINT "line_months_desk_id_month_pk" PRIMARY KEY("desk_id","month")
);
--> statement-breakpoint
ALTER TABLE "line_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" bigserial NOT NULL,
	"desk_id" uuid NOT NULL,
	"friend_id" uuid NOT NULL,
	"contact_id" uuid,
	"message_id" uuid,
	"sealed" text,
	"until" timestamp with time zone,
	"state" text NOT NULL,
	"call_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "line_outbox_once" UNIQUE("message_id")
);
--> statement-breakpoint
ALTER TABLE "line_outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "seen_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "line_channels" ADD CONSTRAINT "line_channels_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_channels" ADD CONSTRAINT "line_channels_keys_by_people_id_fk" FOREIGN KEY ("keys_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_events" ADD CONSTRAINT "line_events_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_friends" ADD CONSTRAINT "line_friends_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_talks" ADD CONSTRAINT "line_talks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_talks" ADD CONSTRAINT "line_talks_friend_id_line_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."line_friends"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_links" ADD CONSTRAINT "line_links_friend_id_line_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."line_friends"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_calls" ADD CONSTRAINT "line_calls_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_calls" ADD CONSTRAINT "line_calls_friend_id_line_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."line_friends"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_months" ADD CONSTRAINT "line_months_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_outbox" ADD CONSTRAINT "line_outbox_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_outbox" ADD CONSTRAINT "line_outbox_friend_id_line_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."line_friends"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_outbox" ADD CONSTRAINT "line_outbox_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_outbox" ADD CONSTRAINT "line_outbox_call_id_line_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."line_calls"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "line_events_to_do" ON "line_events" USING btree ("desk_id","user_index","happened_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "line_events_by_message" ON "line_events" USING btree ("message_index") WHERE message_index is not null;--> statement-breakpoint
CREATE INDEX "line_events_by_arrival" ON "line_events" USING btree ("desk_id","received_at");--> statement-breakpoint
CREATE INDEX "line_friends_to_erase" ON "line_friends" USING btree ("desk_id","last_seen_at");--> statement-breakpoint
CREATE INDEX "line_talks_by_friend" ON "line_talks" USING btree ("friend_id","began_at");--> statement-breakpoint
CREATE INDEX "line_links_by_friend" ON "line_links" USING btree ("friend_id");--> statement-breakpoint
CREATE INDEX "line_links_by_end" ON "line_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "line_calls_open" ON "line_calls" USING btree ("friend_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "line_calls_dead" ON "line_calls" USING btree ("desk_id","ended_at") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "line_outbox_waiting" ON "line_outbox" USING btree ("friend_id","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "line_outbox_by_contact" ON "line_outbox" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "line_outbox_by_call" ON "line_outbox" USING btree ("call_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_channels" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_channels" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_events" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "line_events" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_friends" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_friends" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_talks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_talks" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_links" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "line_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_calls" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_calls" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_months" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_months" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "line_outbox" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "line_outbox" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));