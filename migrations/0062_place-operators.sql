CREATE TABLE "place_paper_notices" (
	"paper_id" uuid NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_paper_notices_paper_id_what_pk" PRIMARY KEY("paper_id","what")
);
--> statement-breakpoint
ALTER TABLE "place_paper_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"expires_on" date NOT NULL,
	"file_id" uuid NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed_name" text NOT NULL,
	"media_type" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "place_papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"alternative" text NOT NULL,
	"shows" text NOT NULL,
	"consent" text DEFAULT '' NOT NULL,
	"consented_on" date,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "place_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_days" (
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"open" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_days_service_id_day_pk" PRIMARY KEY("service_id","day")
);
--> statement-breakpoint
ALTER TABLE "place_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot" text NOT NULL,
	"opens" text NOT NULL,
	"closes" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_sessions_once" UNIQUE("service_id","day","slot")
);
--> statement-breakpoint
ALTER TABLE "place_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot" text NOT NULL,
	"version" integer NOT NULL,
	"bands" jsonb NOT NULL,
	"total" integer NOT NULL,
	"how" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_counts_once" UNIQUE("service_id","day","slot","version")
);
--> statement-breakpoint
ALTER TABLE "place_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"wish_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sealed_key" text NOT NULL,
	"sealed" text NOT NULL,
	"amount" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "place_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_wishes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"wanted" integer,
	"unit" text DEFAULT '' NOT NULL,
	"until_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "place_wishes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "place_paper_notices" ADD CONSTRAINT "place_paper_notices_paper_id_place_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."place_papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_papers" ADD CONSTRAINT "place_papers_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_papers" ADD CONSTRAINT "place_papers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_photos" ADD CONSTRAINT "place_photos_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_photos" ADD CONSTRAINT "place_photos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_days" ADD CONSTRAINT "place_days_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_days" ADD CONSTRAINT "place_days_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_sessions" ADD CONSTRAINT "place_sessions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_sessions" ADD CONSTRAINT "place_sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_counts" ADD CONSTRAINT "place_counts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_counts" ADD CONSTRAINT "place_counts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_answers" ADD CONSTRAINT "place_answers_wish_id_place_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."place_wishes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_answers" ADD CONSTRAINT "place_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_wishes" ADD CONSTRAINT "place_wishes_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_wishes" ADD CONSTRAINT "place_wishes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_papers_by_end" ON "place_papers" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "place_papers_by_place" ON "place_papers" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "place_photos_by_place" ON "place_photos" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "place_counts_by_day" ON "place_counts" USING btree ("day");--> statement-breakpoint
CREATE INDEX "place_answers_by_wish" ON "place_answers" USING btree ("wish_id");--> statement-breakpoint
CREATE INDEX "place_wishes_by_place" ON "place_wishes" USING btree ("service_id","until_on");--> statement-breakpoint
CREATE INDEX "place_wishes_by_end" ON "place_wishes" USING btree ("until_on");--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_paper_notices" AS PERMISSIVE FOR SELECT TO public USING (app_is_system());--> statement-breakpoint
CREATE POLICY "written_by" ON "place_paper_notices" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_papers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id) or (select app_has_role('concierge')));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_papers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_photos" AS PERMISSIVE FOR SELECT TO public USING ((removed_at is null and exists (select from services s where s.id = service_id)) or app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_photos" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_days" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id) or app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_days" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_sessions" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id) or app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_sessions" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_counts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id) or (select app_has_role('concierge')));--> statement-breakpoint
CREATE POLICY "added_by" ON "place_counts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_answers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_answers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "place_wishes" AS PERMISSIVE FOR SELECT TO public USING (exists (select from services s where s.id = service_id) or app_is_system() or app_has_role_at('place-operator', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "place_wishes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('place-operator', organisation_id)) WITH CHECK (app_is_system() or app_has_role_at('place-operator', organisation_id));