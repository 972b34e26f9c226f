CREATE TABLE "grant_applicants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"corporate_number" text,
	"same_key" text,
	"organisation_id" uuid,
	"sealed_key" text,
	"sealed_contact" text,
	"sealed_account" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_applicants_number" UNIQUE("corporate_number")
);
--> statement-breakpoint
ALTER TABLE "grant_applicants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_answers" (
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"code" text NOT NULL,
	"sealed" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_answers_application_id_code_pk" PRIMARY KEY("application_id","code")
);
--> statement-breakpoint
ALTER TABLE "grant_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"applicant_id" uuid,
	"recipient_id" uuid,
	"door" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"unit_key" text,
	"asked_yen" bigint,
	"sealed_key" text NOT NULL,
	"receipt_hash" text,
	"version" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_applications_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "grant_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_editors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"invited_by" uuid,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_editors_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "grant_editors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"code" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"scan" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "grant_papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"move" text NOT NULL,
	"person_id" uuid,
	"sealed_reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"assigned_by" uuid,
	"assigned_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "grant_assignments_once" UNIQUE("application_id","reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "grant_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_awards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"number" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"decided_yen" bigint DEFAULT 0 NOT NULL,
	"paid_yen" bigint DEFAULT 0 NOT NULL,
	"settled_yen" bigint DEFAULT 0 NOT NULL,
	"decided_on" date NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"closed_at" timestamp with time zone,
	CONSTRAINT "grant_awards_once" UNIQUE("application_id"),
	CONSTRAINT "grant_awards_number" UNIQUE("number"),
	CONSTRAINT "grant_awards_chain" CHECK (0 <= settled_yen and settled_yen <= paid_yen and paid_yen <= decided_yen)
);
--> statement-breakpoint
ALTER TABLE "grant_awards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_call_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"edited_by" uuid,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_call_versions_once" UNIQUE("call_id","version")
);
--> statement-breakpoint
ALTER TABLE "grant_call_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"program_id" uuid,
	"bureau_id" uuid NOT NULL,
	"budget_line" text DEFAULT '' NOT NULL,
	"shape" text NOT NULL,
	"audience" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"previous_id" uuid,
	"illustrative" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_calls_slug" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "grant_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_budgets" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"budget_yen" bigint DEFAULT 0 NOT NULL,
	"decided_yen" bigint DEFAULT 0 NOT NULL,
	"paid_yen" bigint DEFAULT 0 NOT NULL,
	"settled_yen" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "grant_budgets_chain" CHECK (0 <= settled_yen and settled_yen <= paid_yen and paid_yen <= decided_yen and decided_yen <= budget_yen)
);
--> statement-breakpoint
ALTER TABLE "grant_budgets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"award_id" uuid,
	"kind" text NOT NULL,
	"yen" bigint NOT NULL,
	"source_id" uuid,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_applicants" ADD CONSTRAINT "grant_applicants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_answers" ADD CONSTRAINT "grant_answers_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_applications" ADD CONSTRAINT "grant_applications_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_applications" ADD CONSTRAINT "grant_applications_version_id_grant_call_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."grant_call_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_applications" ADD CONSTRAINT "grant_applications_applicant_id_grant_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."grant_applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_editors" ADD CONSTRAINT "grant_editors_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_papers" ADD CONSTRAINT "grant_papers_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_steps" ADD CONSTRAINT "grant_steps_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_steps" ADD CONSTRAINT "grant_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD CONSTRAINT "grant_assignments_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD CONSTRAINT "grant_assignments_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD CONSTRAINT "grant_assignments_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_awards" ADD CONSTRAINT "grant_awards_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_awards" ADD CONSTRAINT "grant_awards_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_awards" ADD CONSTRAINT "grant_awards_version_id_grant_call_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."grant_call_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD CONSTRAINT "grant_call_versions_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD CONSTRAINT "grant_call_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD CONSTRAINT "grant_call_versions_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD CONSTRAINT "grant_calls_fiscal_year_fiscal_years_year_fk" FOREIGN KEY ("fiscal_year") REFERENCES "public"."fiscal_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD CONSTRAINT "grant_calls_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD CONSTRAINT "grant_calls_bureau_id_organisations_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD CONSTRAINT "grant_calls_previous_id_grant_calls_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_budgets" ADD CONSTRAINT "grant_budgets_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_moves" ADD CONSTRAINT "grant_moves_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_moves" ADD CONSTRAINT "grant_moves_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_moves" ADD CONSTRAINT "grant_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_applicants_same" ON "grant_applicants" USING btree ("same_key");--> statement-breakpoint
CREATE INDEX "grant_applications_by_call" ON "grant_applications" USING btree ("call_id","state","submitted_at");--> statement-breakpoint
CREATE INDEX "grant_applications_by_applicant" ON "grant_applications" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_applications_once" ON "grant_applications" USING btree ("call_id","unit_key") WHERE state in ('submitted', 'returned', 'checked', 'decided');--> statement-breakpoint
CREATE INDEX "grant_editors_by_application" ON "grant_editors" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "grant_papers_by_application" ON "grant_papers" USING btree ("application_id","code");--> statement-breakpoint
CREATE INDEX "grant_steps_by_application" ON "grant_steps" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "grant_assignments_by_reviewer" ON "grant_assignments" USING btree ("reviewer_id","state");--> statement-breakpoint
CREATE INDEX "grant_awards_by_call" ON "grant_awards" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "grant_calls_by_program" ON "grant_calls" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "grant_moves_by_award" ON "grant_moves" USING btree ("award_id","at");--> statement-breakpoint
CREATE INDEX "grant_moves_by_call" ON "grant_moves" USING btree ("call_id","at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_applicants" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_applicants" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('grant-officer')) WITH CHECK (app_is_system() or app_has_role('grant-officer'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_answers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or exists (select from grant_assignments a where a.application_id = grant_answers.application_id
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_answers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_applications" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or exists (select from grant_assignments a where a.application_id = grant_applications.id
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_applications" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_editors" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_editors" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_papers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or exists (select from grant_assignments a where a.application_id = grant_papers.application_id
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_papers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_steps" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or exists (select from grant_assignments a where a.application_id = grant_steps.application_id
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_steps" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_assignments" AS PERMISSIVE FOR SELECT TO public USING (reviewer_id = app_person() or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_assignments" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "grant_assignments" AS PERMISSIVE FOR UPDATE TO public USING (reviewer_id = app_person()) WITH CHECK (reviewer_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_awards" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_awards" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_call_versions" AS PERMISSIVE FOR SELECT TO public USING (published_at is not null or app_has_role('secretariat') or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_call_versions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_calls" AS PERMISSIVE FOR SELECT TO public USING (state <> 'draft' or app_has_role('secretariat') or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_calls" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_budgets" AS PERMISSIVE FOR SELECT TO public USING (app_has_role('secretariat') or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_budgets" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_moves" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_moves" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));