CREATE TABLE "year_counts" (
	"desk_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"kind" text NOT NULL,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "year_counts_kind_fiscal_year_desk_id_a_b_pk" PRIMARY KEY("kind","fiscal_year","desk_id","a","b")
);
--> statement-breakpoint
ALTER TABLE "year_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "seen_by" ON "year_counts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id) or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "written_by" ON "year_counts" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
-- What was folded before there were sums of years.
SELECT set_config('app.system', 'migration', true);--> statement-breakpoint
INSERT INTO year_counts (desk_id, fiscal_year, kind, a, b, n)
SELECT desk_id, left(month, 4)::int - CASE WHEN right(month, 2) < '04' THEN 1 ELSE 0 END, kind, a, b, sum(n)
FROM counts GROUP BY 1, 2, 3, 4, 5;--> statement-breakpoint
SELECT set_config('app.system', '', true);
