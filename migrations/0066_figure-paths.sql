CREATE TABLE "page_views" (
	"day" text NOT NULL,
	"pages" text NOT NULL,
	"views" bigint NOT NULL,
	CONSTRAINT "page_views_day_pages_pk" PRIMARY KEY("day","pages")
);
--> statement-breakpoint
ALTER TABLE "page_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_paths" (
	"edition_id" uuid NOT NULL,
	"figure_id" text NOT NULL,
	"path" jsonb NOT NULL,
	CONSTRAINT "figure_paths_edition_id_figure_id_pk" PRIMARY KEY("edition_id","figure_id")
);
--> statement-breakpoint
ALTER TABLE "figure_paths" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "figure_trails" (
	"edition_id" uuid NOT NULL,
	"figure_id" text NOT NULL,
	"trail" jsonb NOT NULL,
	CONSTRAINT "figure_trails_edition_id_figure_id_pk" PRIMARY KEY("edition_id","figure_id")
);
--> statement-breakpoint
ALTER TABLE "figure_trails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "live_bindings" (
	"thread" uuid NOT NULL,
	"from_year" integer NOT NULL,
	"live" text,
	"parameters" jsonb NOT NULL,
	"bound_by" uuid,
	"bound_at" timestamp with time zone NOT NULL,
	CONSTRAINT "live_bindings_thread_from_year_pk" PRIMARY KEY("thread","from_year")
);
--> statement-breakpoint
ALTER TABLE "live_bindings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "live_values" (
	"measure_id" uuid NOT NULL,
	"period" text NOT NULL,
	"value" numeric,
	"live" text NOT NULL,
	"version" integer NOT NULL,
	"parameters" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "live_values_measure_id_period_pk" PRIMARY KEY("measure_id","period")
);
--> statement-breakpoint
ALTER TABLE "live_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_statements" (
	"measure_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"place" text NOT NULL,
	"file_id" uuid,
	"sha256" text DEFAULT '' NOT NULL,
	"stated_by" uuid,
	"stated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "measure_statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "measure_values" ADD COLUMN "origin" jsonb;--> statement-breakpoint
ALTER TABLE "measure_values" ADD COLUMN "entered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "measure_values" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "figure_paths" ADD CONSTRAINT "figure_paths_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_trails" ADD CONSTRAINT "figure_trails_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_bindings" ADD CONSTRAINT "live_bindings_bound_by_people_id_fk" FOREIGN KEY ("bound_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_values" ADD CONSTRAINT "live_values_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_statements" ADD CONSTRAINT "measure_statements_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_statements" ADD CONSTRAINT "measure_statements_stated_by_people_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_paths_by_figure" ON "figure_paths" USING btree ("figure_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "page_views" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "page_views" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "figure_paths" AS PERMISSIVE FOR SELECT TO public USING (edition_id in (select e.id from editions e));--> statement-breakpoint
CREATE POLICY "added_by" ON "figure_paths" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select app_is_system() or app_has_role('approver') or app_has_role('secretariat')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "figure_trails" AS PERMISSIVE FOR SELECT TO public USING ((select app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_has_role('reporter')));--> statement-breakpoint
CREATE POLICY "added_by" ON "figure_trails" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select app_is_system() or app_has_role('approver') or app_has_role('secretariat')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "live_bindings" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "live_bindings" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('reporter')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('reporter'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "live_values" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "live_values" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "measure_statements" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "measure_statements" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('reporter')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('reporter'));