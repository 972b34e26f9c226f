CREATE TABLE "page_views" (
	"day" date NOT NULL,
	"section" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "page_views_day_section_pk" PRIMARY KEY("day","section")
);
--> statement-breakpoint
ALTER TABLE "page_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "seen_by" ON "page_views" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "page_views" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());