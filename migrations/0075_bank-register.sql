CREATE TABLE "grant_bank_registers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"as_of" date NOT NULL,
	"branches" integer NOT NULL,
	"banks" integer NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grant_bank_registers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grant_branches" (
	"bank" text NOT NULL,
	"branch" text NOT NULL,
	"bank_name" text NOT NULL,
	"bank_kana" text NOT NULL,
	"branch_name" text NOT NULL,
	"branch_kana" text NOT NULL,
	CONSTRAINT "grant_branches_bank_branch_pk" PRIMARY KEY("bank","branch")
);
--> statement-breakpoint
ALTER TABLE "grant_branches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_bank_registers" ADD CONSTRAINT "grant_bank_registers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_bank_registers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "added_by" ON "grant_bank_registers" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role('accountant'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_branches" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_branches" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('accountant')) WITH CHECK (app_is_system() or app_has_role('accountant'));