CREATE TABLE "edition_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"person_name" text NOT NULL,
	"words" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "edition_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "edition_steps" ADD CONSTRAINT "edition_steps_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_steps_by_edition" ON "edition_steps" USING btree ("edition_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "edition_steps" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "added_by" ON "edition_steps" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));