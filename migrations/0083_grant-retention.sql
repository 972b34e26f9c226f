CREATE TABLE "grant_erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bureau_id" uuid,
	"kind" text NOT NULL,
	"ran_on" date NOT NULL,
	"years" integer NOT NULL,
	"things" integer NOT NULL,
	"words" integer NOT NULL,
	"keys" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_erasures_once" UNIQUE("bureau_id","kind","at")
);
--> statement-breakpoint
ALTER TABLE "grant_erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bureau_id" uuid NOT NULL,
	"benefit_id" uuid,
	"application_id" uuid,
	"sealed" text NOT NULL,
	"until_on" date NOT NULL,
	"placed_by" uuid,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "grant_holds_one" CHECK (num_nonnulls(benefit_id, application_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "grant_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_retention_periods" (
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"years" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_retention_periods_bureau_id_kind_pk" PRIMARY KEY("bureau_id","kind")
);
--> statement-breakpoint
ALTER TABLE "grant_retention_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_applications" ALTER COLUMN "sealed_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_packs" ALTER COLUMN "sealed_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_statements" ALTER COLUMN "sealed_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_holds" ADD CONSTRAINT "grant_holds_benefit_id_grant_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."grant_benefits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_holds" ADD CONSTRAINT "grant_holds_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_holds" ADD CONSTRAINT "grant_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_holds" ADD CONSTRAINT "grant_holds_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_retention_periods" ADD CONSTRAINT "grant_retention_periods_bureau_id_organisations_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_retention_periods" ADD CONSTRAINT "grant_retention_periods_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_holds_by_benefit" ON "grant_holds" USING btree ("benefit_id");--> statement-breakpoint
CREATE INDEX "grant_holds_by_application" ON "grant_holds" USING btree ("application_id");--> statement-breakpoint
CREATE POLICY "changed_by" ON "grant_steps" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "changed_by" ON "grant_benefit_steps" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "removed_by" ON "grant_letters" AS PERMISSIVE FOR DELETE TO public USING (current_setting('app.system', true) = 'grants.erase');--> statement-breakpoint
CREATE POLICY "changed_by" ON "grant_statements" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_erasures" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or (bureau_id is null and (app_has_role('grant-officer') or app_has_role('grant-approver'))));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_erasures" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_holds" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_holds" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_retention_periods" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_retention_periods" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-approver', bureau_id));