CREATE TABLE "disclosure_exceptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"fiscal_year" integer NOT NULL,
	"measure_id" uuid NOT NULL,
	"period" text NOT NULL,
	"value" numeric NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "disclosure_exceptions_two_people" CHECK ("disclosure_exceptions"."decided_by" <> "disclosure_exceptions"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure_thresholds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"fewest" integer NOT NULL,
	CONSTRAINT "disclosure_thresholds_floor" CHECK ("disclosure_thresholds"."fewest" between 5 and 100),
	CONSTRAINT "disclosure_thresholds_two_people" CHECK ("disclosure_thresholds"."decided_by" <> "disclosure_thresholds"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "disclosure_thresholds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "withheld_cells" (
	"edition_id" uuid NOT NULL,
	"cell" text NOT NULL,
	"value" numeric NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "withheld_cells_edition_id_cell_pk" PRIMARY KEY("edition_id","cell")
);
--> statement-breakpoint
ALTER TABLE "withheld_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "value" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "previous_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "withheld_cells" ADD CONSTRAINT "withheld_cells_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disclosure_exceptions_by_year" ON "disclosure_exceptions" USING btree ("fiscal_year");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_exceptions_open" ON "disclosure_exceptions" USING btree ("measure_id","period") WHERE status = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_thresholds_open" ON "disclosure_thresholds" USING btree ("status") WHERE status = 'proposed';--> statement-breakpoint
CREATE POLICY "seen_by" ON "disclosure_exceptions" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "disclosure_exceptions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "disclosure_thresholds" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "disclosure_thresholds" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "withheld_cells" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));--> statement-breakpoint
CREATE POLICY "written_by" ON "withheld_cells" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat') or app_has_role('approver')) WITH CHECK (app_is_system() or app_has_role('secretariat') or app_has_role('approver'));