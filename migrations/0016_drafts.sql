CREATE TABLE "drafts" (
	"contact_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_contact_id_person_id_pk" PRIMARY KEY("contact_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen_by" ON "drafts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "drafts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or person_id = app_person()) WITH CHECK (app_is_system() or person_id = app_person());