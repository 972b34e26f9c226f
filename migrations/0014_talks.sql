CREATE TABLE "presences" (
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_desk_id_person_id_pk" PRIMARY KEY("desk_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "talk_keys" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talk_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "talk_tries" (
	"number" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"rests_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "talk_tries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_keys" ADD CONSTRAINT "talk_keys_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "talk_keys_by_contact" ON "talk_keys" USING btree ("contact_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "presences" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "presences" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (person_id = app_person() and (app_has_role_at('counsellor', desk_id)
      or app_has_role_at('desk-supervisor', desk_id)))) WITH CHECK (app_is_system() or (person_id = app_person() and (app_has_role_at('counsellor', desk_id)
      or app_has_role_at('desk-supervisor', desk_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "talk_keys" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "talk_keys" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "talk_tries" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "talk_tries" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());