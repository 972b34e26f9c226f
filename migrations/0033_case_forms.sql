CREATE TABLE "case_forms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fiscal_year" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "case_forms_version" UNIQUE("fiscal_year","version")
);
--> statement-breakpoint
ALTER TABLE "case_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_forms" ADD CONSTRAINT "case_forms_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_forms_one_draft" ON "case_forms" USING btree ("fiscal_year") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "case_forms_one_published" ON "case_forms" USING btree ("fiscal_year") WHERE state = 'published';--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_forms" AS PERMISSIVE FOR SELECT TO public USING (state <> 'draft' or app_is_system() or app_has_role('secretariat'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_forms" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));