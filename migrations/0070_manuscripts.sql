CREATE TABLE "edition_manuscripts" (
	"edition_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "edition_manuscripts_edition_id_lang_pk" PRIMARY KEY("edition_id","lang")
);
--> statement-breakpoint
ALTER TABLE "edition_manuscripts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "manuscript_versions" (
	"edition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"edits" jsonb NOT NULL,
	"what" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"person_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "manuscript_versions_edition_id_version_pk" PRIMARY KEY("edition_id","version")
);
--> statement-breakpoint
ALTER TABLE "manuscript_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "edition_manuscripts" ADD CONSTRAINT "edition_manuscripts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manuscript_versions" ADD CONSTRAINT "manuscript_versions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen_by" ON "edition_manuscripts" AS PERMISSIVE FOR SELECT TO public USING (edition_id in (select e.id from editions e));--> statement-breakpoint
CREATE POLICY "written_by" ON "edition_manuscripts" AS PERMISSIVE FOR ALL TO public USING ((select app_is_system() or app_has_role('approver'))) WITH CHECK ((select app_is_system() or app_has_role('approver')));--> statement-breakpoint
CREATE POLICY "seen_by" ON "manuscript_versions" AS PERMISSIVE FOR SELECT TO public USING ((select app_is_system() or app_has_role('secretariat') or app_has_role('approver')));--> statement-breakpoint
CREATE POLICY "added_by" ON "manuscript_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select app_is_system() or app_has_role('secretariat')));