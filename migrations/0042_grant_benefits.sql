CREATE TABLE "grant_donations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"donor" text DEFAULT '' NOT NULL,
	"yen" bigint NOT NULL,
	"received_on" date NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_donations_positive" CHECK (yen > 0)
);
--> statement-breakpoint
ALTER TABLE "grant_donations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_hand_ons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benefit_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"yen" bigint NOT NULL,
	"on" date NOT NULL,
	"way" text,
	"file_id" uuid,
	"sha256" text,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "grant_hand_ons_positive" CHECK (yen > 0)
);
--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_instalments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benefit_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_on" date NOT NULL,
	"principal_yen" bigint NOT NULL,
	"interest_yen" bigint NOT NULL,
	"subsidy_yen" bigint NOT NULL,
	"seen_on" date,
	"seen_by" uuid,
	"ordered_at" timestamp with time zone,
	"ordered_by" uuid,
	CONSTRAINT "grant_instalments_once" UNIQUE("benefit_id","number")
);
--> statement-breakpoint
ALTER TABLE "grant_instalments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_benefit_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benefit_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"step" text NOT NULL,
	"person_id" uuid,
	"sealed_reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_benefit_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_benefits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"serial" integer GENERATED ALWAYS AS IDENTITY (sequence name "grant_benefits_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"call_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"use" text NOT NULL,
	"age_band" text NOT NULL,
	"yen" bigint NOT NULL,
	"checked" jsonb NOT NULL,
	"sealed_key" text,
	"sealed" text,
	"payee_id" uuid,
	"award_id" uuid,
	"asked_by" uuid,
	"checked_by" uuid,
	"decided_by" uuid,
	"asked_on" date NOT NULL,
	"decided_on" date,
	"outcome" text,
	"outcome_on" date,
	"sealed_outcome" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_benefits_award" UNIQUE("award_id")
);
--> statement-breakpoint
ALTER TABLE "grant_benefits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_recipients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"blind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grant_recipients_blind" UNIQUE("blind")
);
--> statement-breakpoint
ALTER TABLE "grant_recipients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_donations" ADD CONSTRAINT "grant_donations_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_donations" ADD CONSTRAINT "grant_donations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD CONSTRAINT "grant_hand_ons_benefit_id_grant_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."grant_benefits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD CONSTRAINT "grant_hand_ons_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD CONSTRAINT "grant_hand_ons_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD CONSTRAINT "grant_hand_ons_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_instalments" ADD CONSTRAINT "grant_instalments_benefit_id_grant_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."grant_benefits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_instalments" ADD CONSTRAINT "grant_instalments_seen_by_people_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_instalments" ADD CONSTRAINT "grant_instalments_ordered_by_people_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefit_steps" ADD CONSTRAINT "grant_benefit_steps_benefit_id_grant_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."grant_benefits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefit_steps" ADD CONSTRAINT "grant_benefit_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_version_id_grant_call_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."grant_call_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_recipient_id_grant_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."grant_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_payee_id_grant_applicants_id_fk" FOREIGN KEY ("payee_id") REFERENCES "public"."grant_applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_benefits" ADD CONSTRAINT "grant_benefits_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_donations_by_call" ON "grant_donations" USING btree ("call_id","received_on");--> statement-breakpoint
CREATE INDEX "grant_hand_ons_by_benefit" ON "grant_hand_ons" USING btree ("benefit_id","at");--> statement-breakpoint
CREATE INDEX "grant_benefit_steps_by_benefit" ON "grant_benefit_steps" USING btree ("benefit_id","at");--> statement-breakpoint
CREATE INDEX "grant_benefits_by_call" ON "grant_benefits" USING btree ("call_id","state","serial");--> statement-breakpoint
CREATE INDEX "grant_benefits_by_organisation" ON "grant_benefits" USING btree ("organisation_id","serial");--> statement-breakpoint
CREATE INDEX "grant_benefits_by_recipient" ON "grant_benefits" USING btree ("recipient_id","call_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_donations" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_donations" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_hand_ons" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_hand_ons" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "grant_hand_ons" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_instalments" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_instalments" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_benefit_steps" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_benefit_steps" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_benefits" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_benefits" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_recipients" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_recipients" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());