CREATE TABLE "grant_money_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"calls" integer NOT NULL,
	"awards" integer NOT NULL,
	"differences" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_money_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "grant_money_checks_by_time" ON "grant_money_checks" USING btree ("at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_money_checks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_money_checks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());