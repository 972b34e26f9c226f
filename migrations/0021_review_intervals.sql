CREATE TABLE "review_intervals" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "review_intervals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "seen_by" ON "review_intervals" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "review_intervals" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));