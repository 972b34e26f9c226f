CREATE TABLE "work_training_days" (
	"training_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"side" text NOT NULL,
	"minutes" integer NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "work_training_days_training_id_on_day_side_pk" PRIMARY KEY("training_id","on_day","side")
);
--> statement-breakpoint
ALTER TABLE "work_training_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_training_incidents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"training_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"sealed" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_training_incidents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_training_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"training_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"at" text NOT NULL,
	"side" text NOT NULL,
	"marks" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "work_training_reviews_once" UNIQUE("training_id","at","side")
);
--> statement-breakpoint
ALTER TABLE "work_training_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_training_sides" (
	"training_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_id" uuid,
	"worker_id" uuid,
	"record_id" uuid
);
--> statement-breakpoint
ALTER TABLE "work_training_sides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_training_told" (
	"training_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_training_told" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_training_voices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"training_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"words" text NOT NULL,
	"consent_on" date NOT NULL,
	"consent_how" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"program_voice_id" uuid,
	"passed_at" timestamp with time zone,
	CONSTRAINT "work_training_voices_once" UNIQUE("training_id","side")
);
--> statement-breakpoint
ALTER TABLE "work_training_voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_trainings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workplace_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"days" text[] NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"minutes_a_day" integer NOT NULL,
	"allowance_yen" integer DEFAULT 0 NOT NULL,
	"allowance_for" text DEFAULT 'day' NOT NULL,
	"travel_paid" boolean DEFAULT false NOT NULL,
	"insurance" text DEFAULT 'none' NOT NULL,
	"consent_on" date,
	"consent_how" text,
	"withdrawn_at" timestamp with time zone,
	"proposed_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"decline_reason" text,
	"person_agreed_at" timestamp with time zone,
	"person_agreed_how" text,
	"workplace_agreed_at" timestamp with time zone,
	"worker_agreed_at" timestamp with time zone,
	"ended_on" date,
	"outcome" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workplace_calls" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"named_by" uuid,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workplace_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workplace_money" (
	"workplace_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workplace_money_workplace_id_call_id_pk" PRIMARY KEY("workplace_id","call_id")
);
--> statement-breakpoint
ALTER TABLE "workplace_money" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workplace_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"code" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sealed_name" text NOT NULL,
	"media_type" text NOT NULL,
	"scan" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "workplace_papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workplace_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workplace_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"sealed_key" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"ticked" text[] DEFAULT '{}' NOT NULL,
	"visited_on" date,
	"visit_note" text DEFAULT '' NOT NULL,
	"proposal" text,
	"valid_until" date,
	"reason" text DEFAULT '' NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workplace_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workplaces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"legal_form" text NOT NULL,
	"corporate_number" text NOT NULL,
	"municipality" text NOT NULL,
	"tasks" text[] DEFAULT '{}' NOT NULL,
	"days" text[] DEFAULT '{}' NOT NULL,
	"opens_at" text NOT NULL,
	"closes_at" text NOT NULL,
	"least_minutes" integer NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"places" integer NOT NULL,
	"work" text NOT NULL,
	"support" text NOT NULL,
	"number" text,
	"certified_on" date,
	"valid_until" date,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workplaces_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "workplaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "work_training_days" ADD CONSTRAINT "work_training_days_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_incidents" ADD CONSTRAINT "work_training_incidents_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_reviews" ADD CONSTRAINT "work_training_reviews_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_sides" ADD CONSTRAINT "work_training_sides_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_sides" ADD CONSTRAINT "work_training_sides_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_sides" ADD CONSTRAINT "work_training_sides_plan_id_case_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."case_plans"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_sides" ADD CONSTRAINT "work_training_sides_worker_id_people_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_told" ADD CONSTRAINT "work_training_told_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_voices" ADD CONSTRAINT "work_training_voices_training_id_work_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."work_trainings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_training_voices" ADD CONSTRAINT "work_training_voices_program_voice_id_voices_id_fk" FOREIGN KEY ("program_voice_id") REFERENCES "public"."voices"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_trainings" ADD CONSTRAINT "work_trainings_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_calls" ADD CONSTRAINT "workplace_calls_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_calls" ADD CONSTRAINT "workplace_calls_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_money" ADD CONSTRAINT "workplace_money_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_money" ADD CONSTRAINT "workplace_money_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_money" ADD CONSTRAINT "workplace_money_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_papers" ADD CONSTRAINT "workplace_papers_request_id_workplace_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."workplace_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_papers" ADD CONSTRAINT "workplace_papers_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_requests" ADD CONSTRAINT "workplace_requests_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_requests" ADD CONSTRAINT "workplace_requests_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_requests" ADD CONSTRAINT "workplace_requests_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplace_requests" ADD CONSTRAINT "workplace_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplaces" ADD CONSTRAINT "workplaces_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_training_incidents_of" ON "work_training_incidents" USING btree ("training_id");--> statement-breakpoint
CREATE INDEX "work_training_sides_by_case" ON "work_training_sides" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "work_trainings_of_workplace" ON "work_trainings" USING btree ("workplace_id","state");--> statement-breakpoint
CREATE INDEX "work_trainings_of_organisation" ON "work_trainings" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "work_trainings_by_start" ON "work_trainings" USING btree ("starts_on");--> statement-breakpoint
CREATE INDEX "workplace_papers_by_request" ON "workplace_papers" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workplace_requests_one_open" ON "workplace_requests" USING btree ("workplace_id") WHERE state in ('draft', 'submitted', 'returned', 'proposed');--> statement-breakpoint
CREATE INDEX "workplace_requests_by_state" ON "workplace_requests" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "workplaces_of_organisation" ON "workplaces" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "workplaces_certified" ON "workplaces" USING btree ("certified_on","valid_until");--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_days" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from work_trainings t where t.id = training_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_days" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_days.training_id)))) WITH CHECK (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_days.training_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_incidents" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_incidents.training_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_incidents" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_incidents.training_id)))) WITH CHECK (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_incidents.training_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_reviews" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_reviews.training_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_reviews" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_reviews.training_id)))) WITH CHECK (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_reviews.training_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_sides" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_sides" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_told" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (exists (select from work_trainings t where t.id = training_id) and (app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = work_training_told.training_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_told" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role('case-worker') or app_has_role('case-supervisor'))) WITH CHECK (app_is_system() or (app_has_role('case-worker') or app_has_role('case-supervisor')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_training_voices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from work_trainings t where t.id = training_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "work_training_voices" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('work-officer') or exists (select from work_trainings t where t.id = training_id)) WITH CHECK (app_is_system() or app_has_role('work-officer') or exists (select from work_trainings t where t.id = training_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "work_trainings" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('work-officer') or (app_has_role_at('workplace-agent', organisation_id) and state <> 'draft' and withdrawn_at is null) or exists (select from work_training_sides s where s.training_id = id));--> statement-breakpoint
CREATE POLICY "added_by" ON "work_trainings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or (app_has_role('case-worker') or app_has_role('case-supervisor')));--> statement-breakpoint
CREATE POLICY "changed_by" ON "work_trainings" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = id)) WITH CHECK (app_is_system() or app_has_role_at('workplace-agent', organisation_id) or exists (select from work_training_sides s where s.training_id = id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "workplace_calls" AS PERMISSIVE FOR SELECT TO public USING (app_has_role('workplace-agent') or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "workplace_calls" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('work-officer')) WITH CHECK (app_is_system() or app_has_role('work-officer'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "workplace_money" AS PERMISSIVE FOR SELECT TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "workplace_money" AS PERMISSIVE FOR ALL TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system()) WITH CHECK (app_has_role_at('workplace-agent', organisation_id) or app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "workplace_papers" AS PERMISSIVE FOR SELECT TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "workplace_papers" AS PERMISSIVE FOR ALL TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system()) WITH CHECK (app_has_role_at('workplace-agent', organisation_id) or app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "workplace_requests" AS PERMISSIVE FOR SELECT TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "workplace_requests" AS PERMISSIVE FOR ALL TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver')) WITH CHECK (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "workplaces" AS PERMISSIVE FOR SELECT TO public USING (certified_on is not null or app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "workplaces" AS PERMISSIVE FOR ALL TO public USING (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer')
      or app_has_role('concierge') or app_has_role('approver')) WITH CHECK (app_has_role_at('workplace-agent', organisation_id) or app_is_system() or app_has_role('work-officer')
      or app_has_role('concierge') or app_has_role('approver'));