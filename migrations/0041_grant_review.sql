CREATE TABLE "grant_assessments" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"most" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_marks" (
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"yen" bigint,
	CONSTRAINT "grant_marks_application_id_kind_key_pk" PRIMARY KEY("application_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "grant_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_pack_items" (
	"pack_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"proposal" text NOT NULL,
	"proposed_yen" bigint DEFAULT 0 NOT NULL,
	"sealed_reason" text,
	"prepared_by" uuid,
	"outcome" text,
	CONSTRAINT "grant_pack_items_pack_id_application_id_pk" PRIMARY KEY("pack_id","application_id")
);
--> statement-breakpoint
ALTER TABLE "grant_pack_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_packs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"title" text NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_board" text,
	"members" integer DEFAULT 0 NOT NULL,
	"quorum" integer DEFAULT 0 NOT NULL,
	"present" integer DEFAULT 0 NOT NULL,
	"met_on" date,
	"state" text DEFAULT 'draft' NOT NULL,
	"decided_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	"decided_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_packs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_document_counters" (
	"bureau_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "grant_document_counters_bureau_id_fiscal_year_pk" PRIMARY KEY("bureau_id","fiscal_year")
);
--> statement-breakpoint
ALTER TABLE "grant_document_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bureau_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"application_id" uuid NOT NULL,
	"issued_on" date NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_documents_once" UNIQUE("bureau_id","fiscal_year","serial")
);
--> statement-breakpoint
ALTER TABLE "grant_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_letter_offices" (
	"bureau_id" uuid PRIMARY KEY NOT NULL,
	"symbol" text NOT NULL,
	"issuer" jsonb NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_letter_offices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_letter_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "grant_letter_templates_version" UNIQUE("bureau_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "grant_letter_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_letters" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"template_version" integer NOT NULL,
	"sealed" text NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_awards" DROP CONSTRAINT "grant_awards_number";--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD COLUMN "call_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD COLUMN "subject" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD COLUMN "conflict" text;--> statement-breakpoint
ALTER TABLE "grant_assessments" ADD CONSTRAINT "grant_assessments_assignment_id_grant_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."grant_assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_assessments" ADD CONSTRAINT "grant_assessments_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_marks" ADD CONSTRAINT "grant_marks_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_marks" ADD CONSTRAINT "grant_marks_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_pack_items" ADD CONSTRAINT "grant_pack_items_pack_id_grant_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."grant_packs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_pack_items" ADD CONSTRAINT "grant_pack_items_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_pack_items" ADD CONSTRAINT "grant_pack_items_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_packs" ADD CONSTRAINT "grant_packs_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_packs" ADD CONSTRAINT "grant_packs_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_packs" ADD CONSTRAINT "grant_packs_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_packs" ADD CONSTRAINT "grant_packs_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_documents" ADD CONSTRAINT "grant_documents_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_documents" ADD CONSTRAINT "grant_documents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letter_offices" ADD CONSTRAINT "grant_letter_offices_bureau_id_organisations_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letter_offices" ADD CONSTRAINT "grant_letter_offices_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letter_templates" ADD CONSTRAINT "grant_letter_templates_bureau_id_organisations_id_fk" FOREIGN KEY ("bureau_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letter_templates" ADD CONSTRAINT "grant_letter_templates_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letter_templates" ADD CONSTRAINT "grant_letter_templates_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letters" ADD CONSTRAINT "grant_letters_document_id_grant_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."grant_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_letters" ADD CONSTRAINT "grant_letters_application_id_grant_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."grant_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_assessments_by_application" ON "grant_assessments" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "grant_marks_by_key" ON "grant_marks" USING btree ("key","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_pack_items_once" ON "grant_pack_items" USING btree ("application_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "grant_packs_by_call" ON "grant_packs" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "grant_documents_by_application" ON "grant_documents" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_letter_templates_draft" ON "grant_letter_templates" USING btree ("bureau_id","kind") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "grant_letter_templates_published" ON "grant_letter_templates" USING btree ("bureau_id","kind") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "grant_letters_by_application" ON "grant_letters" USING btree ("application_id");--> statement-breakpoint
ALTER TABLE "grant_assignments" ADD CONSTRAINT "grant_assignments_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_assignments_by_call" ON "grant_assignments" USING btree ("call_id","state");--> statement-breakpoint
ALTER TABLE "grant_awards" ADD CONSTRAINT "grant_awards_number" UNIQUE("bureau_id","number");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_assessments" AS PERMISSIVE FOR SELECT TO public USING (exists (select from grant_assignments a where a.id = assignment_id and a.reviewer_id = app_person()
  and a.state in ('free', 'done') and a.ended_at is null) or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_assessments" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or exists (select from grant_assignments a where a.id = assignment_id and a.reviewer_id = app_person()
  and a.state in ('free', 'done') and a.ended_at is null)) WITH CHECK (app_is_system() or exists (select from grant_assignments a where a.id = assignment_id and a.reviewer_id = app_person()
  and a.state in ('free', 'done') and a.ended_at is null));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_marks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_marks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_pack_items" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_pack_items" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_packs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_packs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_document_counters" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_document_counters" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_documents" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_documents" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_letter_offices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_letter_offices" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_letter_templates" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_letter_templates" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)) WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_letters" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_letters" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));