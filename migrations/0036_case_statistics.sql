CREATE TABLE "case_areas" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"municipalities" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
ALTER TABLE "case_areas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_targets" (
	"fiscal_year" integer NOT NULL,
	"figure" text NOT NULL,
	"value" numeric NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "case_targets_fiscal_year_figure_pk" PRIMARY KEY("fiscal_year","figure")
);
--> statement-breakpoint
ALTER TABLE "case_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_areas" ADD CONSTRAINT "case_areas_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_areas" ADD CONSTRAINT "case_areas_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_targets" ADD CONSTRAINT "case_targets_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_files_screened" ON "case_files" USING btree ("organisation_id","screened_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_areas" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "added_by" ON "case_areas" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "case_areas" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role_at('case-supervisor', organisation_id)) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_targets" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "case_targets" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));