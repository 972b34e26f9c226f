CREATE TABLE "field_survey_edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"municipality" text NOT NULL,
	"seen" integer NOT NULL,
	"values" jsonb NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"clock_behind" integer NOT NULL,
	"clock_doubtful" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "field_survey_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_survey_teams" (
	"survey_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"municipalities" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "field_survey_teams_survey_id_organisation_id_pk" PRIMARY KEY("survey_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "field_survey_teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_survey_versions" (
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "field_survey_versions_survey_id_version_pk" PRIMARY KEY("survey_id","version")
);
--> statement-breakpoint
ALTER TABLE "field_survey_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_surveys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"questions" jsonb NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "field_surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "field_survey_edits" ADD CONSTRAINT "field_survey_edits_survey_id_field_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."field_surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_survey_teams" ADD CONSTRAINT "field_survey_teams_survey_id_field_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."field_surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_survey_teams" ADD CONSTRAINT "field_survey_teams_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_survey_versions" ADD CONSTRAINT "field_survey_versions_survey_id_field_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."field_surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_survey_edits_by_answer" ON "field_survey_edits" USING btree ("survey_id","answer_id","sequence");--> statement-breakpoint
CREATE INDEX "field_surveys_by_day" ON "field_surveys" USING btree ("opens_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "field_survey_edits" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or app_has_role_at('surveyor', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "field_survey_edits" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('surveyor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "field_survey_teams" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or app_has_role_at('surveyor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "field_survey_teams" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "field_survey_versions" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or app_has_role('surveyor'));--> statement-breakpoint
CREATE POLICY "added_by" ON "field_survey_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "field_surveys" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat') or (state <> 'draft' and exists (select from field_survey_teams t
      where t.survey_id = field_surveys.id and app_has_role_at('surveyor', t.organisation_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "field_surveys" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role('secretariat'));