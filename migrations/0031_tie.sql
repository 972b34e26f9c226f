CREATE TABLE "referral_deadlines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"answer_days" integer NOT NULL,
	"urgent_answer_hours" integer NOT NULL,
	"escalate_days" integer NOT NULL,
	"contact_days" integer NOT NULL,
	"outcome_days" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referral_deadlines_from" UNIQUE("organisation_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "referral_deadlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_follow_ups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"done_on" date,
	"done_by" uuid,
	"result" text,
	"sealed" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_follow_ups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"ran_on" date NOT NULL,
	"years" integer,
	"things" integer NOT NULL,
	"words" integer NOT NULL,
	"keys" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_erasures_once" UNIQUE("organisation_id","kind","at")
);
--> statement-breakpoint
ALTER TABLE "case_erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"until_on" date NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "case_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erasure_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision" text
);
--> statement-breakpoint
ALTER TABLE "erasure_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_periods" (
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"years" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_periods_organisation_id_kind_pk" PRIMARY KEY("organisation_id","kind")
);
--> statement-breakpoint
ALTER TABLE "retention_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "referral_moves" ADD COLUMN "sealed_reason" text;--> statement-breakpoint
ALTER TABLE "referral_moves" ADD COLUMN "onward_by" uuid;--> statement-breakpoint
ALTER TABLE "referral_shares" ADD COLUMN "onward_by" uuid;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "advanced_by" text DEFAULT 'sender' NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "onward_by" uuid;--> statement-breakpoint
ALTER TABLE "referral_deadlines" ADD CONSTRAINT "referral_deadlines_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_deadlines" ADD CONSTRAINT "referral_deadlines_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_follow_ups" ADD CONSTRAINT "case_follow_ups_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_follow_ups" ADD CONSTRAINT "case_follow_ups_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_holds" ADD CONSTRAINT "case_holds_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_holds" ADD CONSTRAINT "case_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_holds" ADD CONSTRAINT "case_holds_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD CONSTRAINT "erasure_requests_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD CONSTRAINT "erasure_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD CONSTRAINT "erasure_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_periods" ADD CONSTRAINT "retention_periods_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_periods" ADD CONSTRAINT "retention_periods_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_follow_ups_by_case" ON "case_follow_ups" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_follow_ups_due" ON "case_follow_ups" USING btree ("home_id","due_on") WHERE done_on is null;--> statement-breakpoint
CREATE INDEX "case_holds_by_case" ON "case_holds" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "erasure_requests_by_case" ON "erasure_requests" USING btree ("case_id");--> statement-breakpoint
CREATE POLICY "changed_by" ON "referral_moves" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "removed_by" ON "case_views" AS PERMISSIVE FOR DELETE TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "referral_deadlines" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "referral_deadlines" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('case-supervisor', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_follow_ups" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_follow_ups" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'record')) WITH CHECK (case_writes(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_erasures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('case-supervisor', organisation_id) or app_has_role('protection-officer'));--> statement-breakpoint
CREATE POLICY "added_by" ON "case_erasures" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_holds" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic') or app_has_role('protection-officer'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_holds" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role_at('case-supervisor', organisation_id) and case_writes(case_id, 'basic'))) WITH CHECK (app_is_system() or (app_has_role_at('case-supervisor', organisation_id) and case_writes(case_id, 'basic')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "erasure_requests" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic') or app_has_role('protection-officer'));--> statement-breakpoint
CREATE POLICY "written_by" ON "erasure_requests" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "retention_periods" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('case-supervisor', organisation_id) or app_has_role('protection-officer'));--> statement-breakpoint
CREATE POLICY "written_by" ON "retention_periods" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('case-supervisor', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
ALTER POLICY "seen_by" ON "referral_moves" TO public USING (case_sees(case_id, 'basic') or (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id)) or (app_has_role_at('case-worker', onward_by) or app_has_role_at('case-supervisor', onward_by)));--> statement-breakpoint
ALTER POLICY "seen_by" ON "referral_shares" TO public USING (app_is_system() or (onward_by is null and case_sees(case_id, class)) or (app_has_role_at('case-worker', onward_by) or app_has_role_at('case-supervisor', onward_by)) or ((app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id)) and exists (select from referrals r
        where r.id = referral_id and r.state in ('requested', 'accepted', 'in-progress', 'on-hold', 'completed'))));--> statement-breakpoint
ALTER POLICY "written_by" ON "referral_shares" TO public USING (app_is_system() or (onward_by is null and case_writes(case_id, class))) WITH CHECK (app_is_system() or (onward_by is null and case_writes(case_id, class)));--> statement-breakpoint
ALTER POLICY "seen_by" ON "referrals" TO public USING (case_sees(case_id, 'basic') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id))) or (app_has_role_at('case-worker', onward_by) or app_has_role_at('case-supervisor', onward_by)));--> statement-breakpoint
ALTER POLICY "written_by" ON "referrals" TO public USING (case_writes(case_id, 'record') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id))) or (app_has_role_at('case-worker', onward_by) or app_has_role_at('case-supervisor', onward_by))) WITH CHECK (case_writes(case_id, 'record') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id))) or (app_has_role_at('case-worker', onward_by) or app_has_role_at('case-supervisor', onward_by)));