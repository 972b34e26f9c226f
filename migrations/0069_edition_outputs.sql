CREATE TABLE "edition_outputs" (
	"edition_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"format" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "edition_outputs_edition_id_lang_format_pk" PRIMARY KEY("edition_id","lang","format")
);
--> statement-breakpoint
ALTER TABLE "edition_outputs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "edition_outputs" ADD CONSTRAINT "edition_outputs_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen_by" ON "edition_outputs" AS PERMISSIVE FOR SELECT TO public USING (edition_id in (select e.id from editions e));--> statement-breakpoint
CREATE POLICY "written_by" ON "edition_outputs" AS PERMISSIVE FOR ALL TO public USING ((select app_is_system() or app_has_role('approver'))) WITH CHECK ((select app_is_system() or app_has_role('approver')));