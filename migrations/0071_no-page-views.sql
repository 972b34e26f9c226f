DROP POLICY "seen_by" ON "page_views" CASCADE;--> statement-breakpoint
DROP POLICY "written_by" ON "page_views" CASCADE;--> statement-breakpoint
DROP TABLE "page_views" CASCADE;