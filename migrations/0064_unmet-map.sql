CREATE TABLE "worry_programs" (
	"worry" text NOT NULL,
	"program_id" uuid NOT NULL,
	CONSTRAINT "worry_programs_worry_program_id_pk" PRIMARY KEY("worry","program_id")
);
--> statement-breakpoint
ALTER TABLE "worry_programs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "problems" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "worry_programs" ADD CONSTRAINT "worry_programs_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worry_programs_by_program" ON "worry_programs" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "problems_by_origin" ON "problems" USING btree ("origin");--> statement-breakpoint
CREATE POLICY "seen_by" ON "worry_programs" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "worry_programs" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')) WITH CHECK (app_is_system() or app_has_role('secretariat'));