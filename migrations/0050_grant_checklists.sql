CREATE TABLE "grant_checklists" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid NOT NULL,
	"ticked" jsonb NOT NULL,
	"sealed_note" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_checklists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_checklists" ADD CONSTRAINT "grant_checklists_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_checklists" ADD CONSTRAINT "grant_checklists_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_applications_sent" ON "grant_applications" USING btree ("call_id","submitted_at","id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_checklists" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_checklists" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));