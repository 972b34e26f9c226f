CREATE TABLE "partnership_erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"ran_on" date NOT NULL,
	"days" integer NOT NULL,
	"things" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partnership_erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partnership_retention" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partnership_retention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "training_certificates" ALTER COLUMN "sealed_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "training_certificates" ALTER COLUMN "sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "partnership_retention" ADD CONSTRAINT "partnership_retention_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partnership_erasures_by_day" ON "partnership_erasures" USING btree ("at");--> statement-breakpoint
CREATE POLICY "removed_by" ON "match_notes" AS PERMISSIVE FOR DELETE TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "partnership_erasures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "added_by" ON "partnership_erasures" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "partnership_retention" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "written_by" ON "partnership_retention" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge')) WITH CHECK (app_is_system() or app_has_role('concierge'));