CREATE TABLE "case_bases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"classes" text[] NOT NULL,
	"organisation_ids" uuid[] DEFAULT '{}' NOT NULL,
	"person_id" uuid,
	"how" text,
	"sealed_purpose" text NOT NULL,
	"words_shown" text DEFAULT '' NOT NULL,
	"given_on" date NOT NULL,
	"until_on" date,
	"ends_at" timestamp with time zone,
	"told_person_id" uuid,
	"seen_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_how" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_bases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "referral_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"to_organisation_id" uuid NOT NULL,
	"move" text NOT NULL,
	"by" text NOT NULL,
	"person_id" uuid,
	"reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "referral_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"to_organisation_id" uuid NOT NULL,
	"class" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "referral_shares_once" UNIQUE("referral_id","class")
);
--> statement-breakpoint
ALTER TABLE "referral_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"to_organisation_id" uuid NOT NULL,
	"basis_id" uuid NOT NULL,
	"state" text NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"contact_prohibited" boolean DEFAULT false NOT NULL,
	"sealed_key" text,
	"reason" text,
	"outcome" text,
	"requested_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"contacted_at" timestamp with time zone,
	"served_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"outcome_asked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"further_service_ids" uuid[] DEFAULT '{}' NOT NULL,
	"previous_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referrals_once" UNIQUE NULLS NOT DISTINCT("case_id","to_organisation_id","closed_at")
);
--> statement-breakpoint
ALTER TABLE "referrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_bases" ADD CONSTRAINT "case_bases_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bases" ADD CONSTRAINT "case_bases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bases" ADD CONSTRAINT "case_bases_told_person_id_people_id_fk" FOREIGN KEY ("told_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_bases" ADD CONSTRAINT "case_bases_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_moves" ADD CONSTRAINT "referral_moves_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_moves" ADD CONSTRAINT "referral_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_shares" ADD CONSTRAINT "referral_shares_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_basis_id_case_bases_id_fk" FOREIGN KEY ("basis_id") REFERENCES "public"."case_bases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_bases_by_case" ON "case_bases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "referral_moves_by_referral" ON "referral_moves" USING btree ("referral_id","at");--> statement-breakpoint
CREATE INDEX "referrals_by_case" ON "referrals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "referrals_sent" ON "referrals" USING btree ("home_id","state");--> statement-breakpoint
CREATE INDEX "referrals_received" ON "referrals" USING btree ("to_organisation_id","state");--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_bases" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic') or person_id = app_person() or told_person_id = app_person() or app_has_role('protection-officer'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_bases" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "referral_links" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "referral_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "referral_moves" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic') or (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id)));--> statement-breakpoint
CREATE POLICY "added_by" ON "referral_moves" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or person_id = app_person());--> statement-breakpoint
CREATE POLICY "seen_by" ON "referral_shares" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class) or ((app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id)) and exists (select from referrals r
        where r.id = referral_id and r.state in ('requested', 'accepted', 'in-progress', 'on-hold', 'completed'))));--> statement-breakpoint
CREATE POLICY "written_by" ON "referral_shares" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "referrals" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id))));--> statement-breakpoint
CREATE POLICY "written_by" ON "referrals" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'record') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id)))) WITH CHECK (case_writes(case_id, 'record') or (state <> 'draft' and (app_has_role_at('case-worker', to_organisation_id) or app_has_role_at('case-supervisor', to_organisation_id))));