CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"door" text NOT NULL,
	"ran_on" date NOT NULL,
	"retention_days" integer NOT NULL,
	"contacts" integer NOT NULL,
	"messages" integer NOT NULL,
	"texts" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasures_once" UNIQUE("desk_id","door","at")
);
--> statement-breakpoint
ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen_by" ON "erasures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id) or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "added_by" ON "erasures" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());