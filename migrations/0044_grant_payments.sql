CREATE TABLE "grant_payers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bureau_id" uuid,
	"client_code" text NOT NULL,
	"client_name" text NOT NULL,
	"bank_code" text NOT NULL,
	"bank_name" text NOT NULL,
	"branch_code" text NOT NULL,
	"branch_name" text NOT NULL,
	"account_kind" text NOT NULL,
	"account_number" text NOT NULL,
	"line_breaks" boolean DEFAULT true NOT NULL,
	"ended_at" timestamp with time zone,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_payers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"yen" bigint NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'ordered' NOT NULL,
	"sealed_account" text,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"delegated" boolean DEFAULT false NOT NULL,
	"ordered_by" uuid,
	"ordered_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"transfer_id" uuid,
	"line" integer,
	"confirmed_at" timestamp with time zone,
	"returned_on" date,
	"reason" text,
	"instead_of" uuid,
	CONSTRAINT "grant_payments_line" UNIQUE("transfer_id","line"),
	CONSTRAINT "grant_payments_yen" CHECK (yen > 0),
	CONSTRAINT "grant_payments_two" CHECK (approved_by is null or ordered_by is null or approved_by <> ordered_by)
);
--> statement-breakpoint
ALTER TABLE "grant_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_statement_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"day" date NOT NULL,
	"yen" bigint NOT NULL,
	"sealed_text" text NOT NULL,
	"line_key" text NOT NULL,
	"transfer_id" uuid,
	"payment_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "grant_statement_lines_once" UNIQUE("line_key")
);
--> statement-breakpoint
ALTER TABLE "grant_statement_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"sealed_key" text NOT NULL,
	"read_by" uuid,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_statements_once" UNIQUE("sha256")
);
--> statement-breakpoint
ALTER TABLE "grant_statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_transfer_copies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"copy" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"allowed_by" uuid,
	"allowed_at" timestamp with time zone,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	CONSTRAINT "grant_transfer_copies_once" UNIQUE("transfer_id","copy"),
	CONSTRAINT "grant_transfer_copies_two" CHECK (copy = 1 or allowed_by is null or allowed_by <> asked_by)
);
--> statement-breakpoint
ALTER TABLE "grant_transfer_copies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"bank_code" text NOT NULL,
	"pay_on" date NOT NULL,
	"groups" jsonb NOT NULL,
	"line_breaks" boolean NOT NULL,
	"records" integer NOT NULL,
	"total_yen" bigint NOT NULL,
	"sha256" text NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "grant_transfers_number" UNIQUE("number"),
	CONSTRAINT "grant_transfers_some" CHECK (records > 0 and total_yen > 0)
);
--> statement-breakpoint
ALTER TABLE "grant_transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_payers" ADD CONSTRAINT "grant_payers_bureau_id_organisations_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payers" ADD CONSTRAINT "grant_payers_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_applicant_id_grant_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."grant_applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_ordered_by_people_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_transfer_id_grant_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."grant_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_payments" ADD CONSTRAINT "grant_payments_instead_of_grant_payments_id_fk" FOREIGN KEY ("instead_of") REFERENCES "public"."grant_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_statement_lines" ADD CONSTRAINT "grant_statement_lines_statement_id_grant_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."grant_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_statement_lines" ADD CONSTRAINT "grant_statement_lines_transfer_id_grant_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."grant_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_statement_lines" ADD CONSTRAINT "grant_statement_lines_payment_id_grant_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."grant_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_statement_lines" ADD CONSTRAINT "grant_statement_lines_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_statements" ADD CONSTRAINT "grant_statements_read_by_people_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfer_copies" ADD CONSTRAINT "grant_transfer_copies_transfer_id_grant_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."grant_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfer_copies" ADD CONSTRAINT "grant_transfer_copies_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfer_copies" ADD CONSTRAINT "grant_transfer_copies_allowed_by_people_id_fk" FOREIGN KEY ("allowed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfer_copies" ADD CONSTRAINT "grant_transfer_copies_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfers" ADD CONSTRAINT "grant_transfers_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_transfers" ADD CONSTRAINT "grant_transfers_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grant_payers_once" ON "grant_payers" USING btree (coalesce("bureau_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "grant_payments_by_award" ON "grant_payments" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "grant_payments_by_call" ON "grant_payments" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "grant_payments_by_state" ON "grant_payments" USING btree ("state","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_payments_instead" ON "grant_payments" USING btree ("instead_of") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "grant_statement_lines_open" ON "grant_statement_lines" USING btree ("state","day");--> statement-breakpoint
CREATE INDEX "grant_transfers_by_day" ON "grant_transfers" USING btree ("pay_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_payers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_payers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_payments" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_payments" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_statement_lines" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_statement_lines" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_statements" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_statements" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_transfer_copies" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_transfer_copies" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('accountant') or app_has_role('grant-approver')) WITH CHECK (app_is_system() or app_has_role('accountant') or app_has_role('grant-approver'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_transfers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_transfers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role('accountant'));