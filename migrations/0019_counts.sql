CREATE TABLE "count_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"n" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "count_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counts" (
	"desk_id" uuid NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "counts_kind_month_desk_id_a_b_pk" PRIMARY KEY("kind","month","desk_id","a","b")
);
--> statement-breakpoint
ALTER TABLE "counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "count_changes_by_kind" ON "count_changes" USING btree ("kind","month");--> statement-breakpoint
CREATE POLICY "seen_by" ON "count_changes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id) or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "written_by" ON "count_changes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "counts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id) or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "written_by" ON "counts" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());