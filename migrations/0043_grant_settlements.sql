CREATE TABLE "grant_award_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"editor_id" uuid,
	"yen" bigint NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"due_on" date,
	"tax" jsonb,
	"sealed_reason" text NOT NULL,
	"sealed_answer" text,
	"asked_at" timestamp with time zone NOT NULL,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "grant_award_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"about" text NOT NULL,
	"step" text NOT NULL,
	"due_on" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_reminders_once" UNIQUE("award_id","about","step","due_on")
);
--> statement-breakpoint
ALTER TABLE "grant_reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_refunds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"return_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"yen" bigint NOT NULL,
	"surcharge_yen" bigint NOT NULL,
	"late_yen" bigint NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_refunds_yen" CHECK (yen >= 0 and surcharge_yen >= 0 and late_yen >= 0 and yen + surcharge_yen + late_yen > 0)
);
--> statement-breakpoint
ALTER TABLE "grant_refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_returns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'ordered' NOT NULL,
	"yen" bigint NOT NULL,
	"ordered_on" date NOT NULL,
	"due_on" date NOT NULL,
	"surcharge" boolean NOT NULL,
	"waived_at" timestamp with time zone,
	"sealed_waiver" text,
	"ordered_by" uuid,
	CONSTRAINT "grant_returns_yen" CHECK (yen > 0)
);
--> statement-breakpoint
ALTER TABLE "grant_returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_settlement_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"settlement_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sealed" text NOT NULL,
	"planned_yen" bigint,
	"spent_yen" bigint,
	"paid_on" date,
	"accepted_yen" bigint
);
--> statement-breakpoint
ALTER TABLE "grant_settlement_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_settlements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"ended_on" date,
	"income_yen" bigint,
	"tax_yen" bigint,
	"done" integer,
	"sealed_report" text,
	"sealed_remark" text,
	"receipt_hash" text,
	"version" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"inspected_by" uuid,
	"inspected_at" timestamp with time zone,
	"fixed_yen" bigint,
	"fixed_by" uuid,
	"fixed_at" timestamp with time zone,
	"keep_until" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_settlements_once" UNIQUE("award_id")
);
--> statement-breakpoint
ALTER TABLE "grant_settlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_award_changes" ADD CONSTRAINT "grant_award_changes_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_award_changes" ADD CONSTRAINT "grant_award_changes_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_award_changes" ADD CONSTRAINT "grant_award_changes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_reminders" ADD CONSTRAINT "grant_reminders_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_refunds" ADD CONSTRAINT "grant_refunds_return_id_grant_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."grant_returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_refunds" ADD CONSTRAINT "grant_refunds_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_returns" ADD CONSTRAINT "grant_returns_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_returns" ADD CONSTRAINT "grant_returns_ordered_by_people_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_settlement_lines" ADD CONSTRAINT "grant_settlement_lines_settlement_id_grant_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."grant_settlements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_settlements" ADD CONSTRAINT "grant_settlements_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_settlements" ADD CONSTRAINT "grant_settlements_inspected_by_people_id_fk" FOREIGN KEY ("inspected_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_settlements" ADD CONSTRAINT "grant_settlements_fixed_by_people_id_fk" FOREIGN KEY ("fixed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grant_award_changes_open_once" ON "grant_award_changes" USING btree ("award_id","kind") WHERE state in ('asked', 'returned', 'checked');--> statement-breakpoint
CREATE INDEX "grant_award_changes_by_award" ON "grant_award_changes" USING btree ("award_id","asked_at");--> statement-breakpoint
CREATE INDEX "grant_award_changes_waiting" ON "grant_award_changes" USING btree ("bureau_id","state");--> statement-breakpoint
CREATE INDEX "grant_refunds_by_return" ON "grant_refunds" USING btree ("return_id","received_on");--> statement-breakpoint
CREATE INDEX "grant_returns_by_award" ON "grant_returns" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "grant_returns_by_state" ON "grant_returns" USING btree ("bureau_id","state","due_on");--> statement-breakpoint
CREATE INDEX "grant_settlement_lines_by_settlement" ON "grant_settlement_lines" USING btree ("settlement_id","position");--> statement-breakpoint
CREATE INDEX "grant_settlements_by_state" ON "grant_settlements" USING btree ("bureau_id","state");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_award_changes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_award_changes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_reminders" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_reminders" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_refunds" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_refunds" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_returns" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_returns" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_settlement_lines" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_settlement_lines" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_settlements" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_settlements" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));