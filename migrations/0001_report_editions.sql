CREATE TABLE "edition_programs" (
	"edition_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"program_id" uuid NOT NULL,
	"thread" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "edition_programs_edition_id_slug_pk" PRIMARY KEY("edition_id","slug")
);
--> statement-breakpoint
ALTER TABLE "edition_programs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "editions" DROP CONSTRAINT "editions_number";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "program_position" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "position" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "label_en" text NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "program_name_en" text NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "corrected_value" numeric;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "corrections" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "edition_programs" ADD CONSTRAINT "edition_programs_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_programs_by_thread" ON "edition_programs" USING btree ("thread");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_number" ON "editions" USING btree ("fiscal_year","kind","number") WHERE status <> 'withdrawn';--> statement-breakpoint
CREATE POLICY "seen_by" ON "edition_programs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or exists (select from editions e where e.id = edition_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "edition_programs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));