CREATE TABLE "call_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"result" text NOT NULL,
	"wait_seconds" integer,
	"talk_seconds" integer,
	"contact_id" uuid,
	"source" text NOT NULL,
	"call_id" text NOT NULL,
	CONSTRAINT "call_attempts_once" UNIQUE("desk_id","call_id")
);
--> statement-breakpoint
ALTER TABLE "call_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_hooks" (
	"desk_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "call_hooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "call_attempts" ADD CONSTRAINT "call_attempts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_attempts" ADD CONSTRAINT "call_attempts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_hooks" ADD CONSTRAINT "call_hooks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_attempts_by_time" ON "call_attempts" USING btree ("desk_id","at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "call_attempts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "call_attempts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "call_hooks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "call_hooks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));