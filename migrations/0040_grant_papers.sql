CREATE TABLE "grant_alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"paper_id" uuid,
	"kind" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"seen_by" uuid,
	"seen_at" timestamp with time zone,
	"sealed_note" text,
	CONSTRAINT "grant_alarms_once" UNIQUE NULLS NOT DISTINCT("application_id","paper_id","kind")
);
--> statement-breakpoint
ALTER TABLE "grant_alarms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_changes" (
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"code" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_changes_application_id_code_changed_by_pk" PRIMARY KEY("application_id","code","changed_by")
);
--> statement-breakpoint
ALTER TABLE "grant_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_counters" (
	"fiscal_year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_applications" ADD COLUMN "received_on" date;--> statement-breakpoint
ALTER TABLE "grant_editors" ADD COLUMN "mail_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_papers" ADD COLUMN "sealed_name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_papers" ADD COLUMN "media_type" text NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_papers" ADD COLUMN "bytes" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_papers" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grant_alarms" ADD CONSTRAINT "grant_alarms_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_alarms" ADD CONSTRAINT "grant_alarms_paper_id_grant_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."grant_papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_alarms" ADD CONSTRAINT "grant_alarms_seen_by_people_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_changes" ADD CONSTRAINT "grant_changes_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_alarms_open" ON "grant_alarms" USING btree ("bureau_id","seen_at");--> statement-breakpoint
CREATE INDEX "grant_editors_by_mail" ON "grant_editors" USING btree ("mail_key");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_alarms" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_alarms" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_changes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or exists (select from grant_assignments a where a.application_id = grant_changes.application_id
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_changes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_counters" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_counters" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('grant-officer')) WITH CHECK (app_is_system() or app_has_role('grant-officer'));