CREATE TABLE "grant_figures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"measure_id" uuid NOT NULL,
	"how" text NOT NULL,
	"question" text NOT NULL,
	"value" numeric,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_figures_once" UNIQUE("award_id","figure")
);
--> statement-breakpoint
ALTER TABLE "grant_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"measure_id" uuid NOT NULL,
	"period" text NOT NULL,
	"value" numeric NOT NULL,
	"sources" integer NOT NULL,
	"label_ja" text NOT NULL,
	"label_en" text NOT NULL,
	"file" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"taken_by" uuid,
	"replaced" numeric
);
--> statement-breakpoint
ALTER TABLE "measure_offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grant_figures" ADD CONSTRAINT "grant_figures_award_id_grant_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."grant_awards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_figures" ADD CONSTRAINT "grant_figures_call_id_grant_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."grant_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_offers" ADD CONSTRAINT "measure_offers_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_offers" ADD CONSTRAINT "measure_offers_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_figures_by_call" ON "grant_figures" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_offers_open" ON "measure_offers" USING btree ("measure_id","period") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "measure_offers_by_measure" ON "measure_offers" USING btree ("measure_id","offered_at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "grant_figures" AS PERMISSIVE FOR SELECT TO public USING (app_has_role('secretariat') or app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "grant_figures" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "measure_offers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_person() is not null);--> statement-breakpoint
CREATE POLICY "written_by" ON "measure_offers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id))) WITH CHECK (app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id)));