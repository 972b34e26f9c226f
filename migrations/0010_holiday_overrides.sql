CREATE TABLE "holiday_overrides" (
	"date" date PRIMARY KEY NOT NULL,
	"holiday" boolean NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "holiday_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "seen_by" ON "holiday_overrides" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "holiday_overrides" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('directory-keeper')) WITH CHECK (app_is_system() or app_has_role('directory-keeper'));