CREATE TABLE "grant_budget_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"yen" bigint NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "grant_budget_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_notices" (
	"subscription_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_notices_subscription_id_call_id_what_pk" PRIMARY KEY("subscription_id","call_id","what")
);
--> statement-breakpoint
ALTER TABLE "grant_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"audience" text,
	"call_id" uuid,
	"lang" text NOT NULL,
	"address_mark" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL,
	"token_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_subscriptions_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "grant_subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "note" jsonb DEFAULT '{"ja":"","en":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "editors" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "proposed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD COLUMN "end_note" jsonb;--> statement-breakpoint
ALTER TABLE "grant_calls" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grant_budget_changes" ADD CONSTRAINT "grant_budget_changes_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_budget_changes" ADD CONSTRAINT "grant_budget_changes_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_budget_changes" ADD CONSTRAINT "grant_budget_changes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_notices" ADD CONSTRAINT "grant_notices_subscription_id_grant_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."grant_subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_notices" ADD CONSTRAINT "grant_notices_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_subscriptions" ADD CONSTRAINT "grant_subscriptions_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_budget_changes_by_call" ON "grant_budget_changes" USING btree ("call_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_subscriptions_once" ON "grant_subscriptions" USING btree ("address_mark",coalesce(call_id::text, audience));--> statement-breakpoint
ALTER TABLE "grant_call_versions" ADD CONSTRAINT "grant_call_versions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grant_call_versions_draft" ON "grant_call_versions" USING btree ("call_id") WHERE published_at is null;--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_budget_changes" AS PERMISSIVE FOR SELECT TO public USING (app_has_role('secretariat') or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_budget_changes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_notices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_notices" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_subscriptions" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_subscriptions" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());