CREATE TABLE "search_changes" (
	"service_id" uuid NOT NULL,
	"made_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "search_changes_by_transaction" ON "search_changes" USING btree ("made_in");--> statement-breakpoint
CREATE POLICY "seen_by" ON "search_changes" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "added_by" ON "search_changes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "removed_by" ON "search_changes" AS PERMISSIVE FOR DELETE TO public USING (app_is_system());