CREATE TABLE "expectations" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"fiscal_year" integer NOT NULL,
	"thread" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_on" text NOT NULL,
	"frozen_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "expectations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "expectations_by_thread" ON "expectations" USING btree ("thread");--> statement-breakpoint
CREATE INDEX "expectations_by_year" ON "expectations" USING btree ("fiscal_year");--> statement-breakpoint
CREATE POLICY "seen_by" ON "expectations" AS PERMISSIVE FOR SELECT TO public USING ((select app_is_system() or app_person() is not null) or fiscal_year in (select e.fiscal_year from editions e where e.status = 'published'));--> statement-breakpoint
CREATE POLICY "added_by" ON "expectations" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select app_is_system() or app_has_role('secretariat')));