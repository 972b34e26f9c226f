CREATE TABLE "worry_programs" (
	"worry" text NOT NULL,
	"program_id" uuid NOT NULL,
	CONSTRAINT "worry_programs_worry_program_id_pk" PRIMARY KEY("worry","program_id")
);
--> statement-breakpoint
ALTER TABLE "worry_programs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "problems" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "worry_programs" ADD CONSTRAINT "worry_programs_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worry_programs_by_program" ON "worry_programs" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "problems_by_origin" ON "problems" USING btree ("origin");--> statement-breakpoint
CREATE POLICY "seen_by" ON "worry_programs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "worry_programs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
-- What guards.sql counts from here on, for the contacts that were there before.
SELECT set_config('app.system', 'migration', true);--> statement-breakpoint
INSERT INTO count_changes (desk_id, month, kind, a, b, n)
SELECT desk_id, month, kind, place, worry, count(*) FROM (
  SELECT DISTINCT c.id, c.desk_id, to_char(c.arrived_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, coalesce(c.municipality, '') AS place, worry,
    CASE WHEN c.in_hours THEN 'missed' ELSE 'outside-who' END AS kind
  FROM contacts c, unnest(array['*'] || CASE WHEN c.worries = '{}' THEN array[''] ELSE c.worries END) worry
  WHERE NOT c.in_hours OR (c.taken_at IS NULL AND c.ended_at IS NOT NULL AND c.end_reason IN ('no-answer', 'quiet', 'closed-hours', 'withdrawn'))
) unmet GROUP BY 1, 2, 3, 4, 5;--> statement-breakpoint
SELECT set_config('app.system', '', true);
