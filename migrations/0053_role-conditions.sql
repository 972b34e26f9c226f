CREATE TABLE "proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_conditions" (
	"role" text NOT NULL,
	"kind" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "role_conditions_role_kind_pk" PRIMARY KEY("role","kind")
);
--> statement-breakpoint
ALTER TABLE "role_conditions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proofs_by_person" ON "proofs" USING btree ("person_id","kind");--> statement-breakpoint
CREATE POLICY "seen_by" ON "proofs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person() or app_has_role('administrator')
      or exists (select from memberships m where m.person_id = proofs.person_id and app_is_member_of(m.organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "proofs" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "role_conditions" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "role_conditions" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());