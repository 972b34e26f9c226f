-- Nobody sees anything until relations/guards.sql has put the access table here.
CREATE OR REPLACE FUNCTION case_sees(file uuid, class text) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION case_writes(file uuid, class text) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION person_sees(person uuid, class text) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION person_writes(person uuid, class text) RETURNS boolean LANGUAGE sql STABLE AS $$ select app_is_system() $$;--> statement-breakpoint
CREATE TABLE "case_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"form" text NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"class" text NOT NULL,
	"sealed" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "case_answers_once" UNIQUE("case_id","form","round","class")
);
--> statement-breakpoint
ALTER TABLE "case_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"sealed_key" text,
	"contact_id" uuid,
	"assigned_to" uuid,
	"step" text NOT NULL,
	"received_on" date NOT NULL,
	"route" text,
	"worries" text[] DEFAULT '{}' NOT NULL,
	"main_worry" text,
	"municipality" text,
	"age_band" text,
	"sex" text,
	"screening" text,
	"screened_on" date,
	"consented_on" date,
	"assessed_on" date,
	"plan_round" integer DEFAULT 0 NOT NULL,
	"planned_on" date,
	"met_on" date,
	"decided_on" date,
	"reviewed_on" date,
	"next_on" date,
	"closed_on" date,
	"close_reason" text,
	"fades_at" timestamp with time zone,
	"has_barred" boolean DEFAULT false NOT NULL,
	"is_protected" boolean DEFAULT false NOT NULL,
	"is_held" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "case_files_number" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
ALTER TABLE "case_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"organisation_id" uuid NOT NULL,
	"fiscal_year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_numbers_organisation_id_fiscal_year_pk" PRIMARY KEY("organisation_id","fiscal_year")
);
--> statement-breakpoint
ALTER TABLE "case_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_details" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"class" text NOT NULL,
	"sealed" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "person_details_once" UNIQUE("person_id","class")
);
--> statement-breakpoint
ALTER TABLE "person_details" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"blind" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sealed_key" text,
	"joined_into" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_relations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"classes" text[] DEFAULT '{}' NOT NULL,
	"basis_id" uuid,
	"begins_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"created_by" uuid
);
--> statement-breakpoint
ALTER TABLE "case_relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"as" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_assigned_to_people_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_details" ADD CONSTRAINT "person_details_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_details" ADD CONSTRAINT "person_details_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_keys" ADD CONSTRAINT "person_keys_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_files_mine" ON "case_files" USING btree ("assigned_to","step","next_on");--> statement-breakpoint
CREATE INDEX "case_files_of_organisation" ON "case_files" USING btree ("organisation_id","received_on");--> statement-breakpoint
CREATE INDEX "case_files_of_person" ON "case_files" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_keys_by_blind" ON "person_keys" USING btree ("organisation_id","kind","blind");--> statement-breakpoint
CREATE INDEX "person_keys_by_person" ON "person_keys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "case_relations_by_case" ON "case_relations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_relations_by_person" ON "case_relations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "case_relations_by_organisation" ON "case_relations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "case_relations_by_basis" ON "case_relations" USING btree ("basis_id");--> statement-breakpoint
CREATE INDEX "case_views_by_case" ON "case_views" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_views_by_person" ON "case_views" USING btree ("person_id","at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_answers" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_answers" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_files" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) or exists (select from case_relations r where r.case_id = case_files.id and r.kind <> 'barred'
  and r.begins_at <= now() and (r.ends_at is null or r.ends_at > now())
  and (r.person_id = app_person() or (r.person_id is null and (app_has_role_at('case-worker', r.organisation_id)
    or app_has_role_at('case-supervisor', r.organisation_id)))))) and not (has_barred and exists (select from case_relations b where b.case_id = case_files.id
  and b.kind = 'barred' and b.person_id = app_person() and b.begins_at <= now() and (b.ends_at is null or b.ends_at > now())))));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_files" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and exists (select from case_relations b where b.case_id = case_files.id
  and b.kind = 'barred' and b.person_id = app_person() and b.begins_at <= now() and (b.ends_at is null or b.ends_at > now()))))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) and not (has_barred and exists (select from case_relations b where b.case_id = case_files.id
  and b.kind = 'barred' and b.person_id = app_person() and b.begins_at <= now() and (b.ends_at is null or b.ends_at > now())))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_numbers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_numbers" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id))) WITH CHECK (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "person_details" AS PERMISSIVE FOR SELECT TO public USING (person_sees(person_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "person_details" AS PERMISSIVE FOR ALL TO public USING (person_writes(person_id, class)) WITH CHECK (person_writes(person_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "person_keys" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "person_keys" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id))) WITH CHECK (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "persons" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)) or person_sees(id, 'identity'));--> statement-breakpoint
CREATE POLICY "written_by" ON "persons" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id))) WITH CHECK (app_is_system() or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_relations" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or person_id = app_person() or (app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) or (app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_relations" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and kind <> 'revealed'
        and not (kind = 'barred' and person_id = app_person()))) WITH CHECK (app_is_system() or ((app_has_role_at('case-worker', home_id) or app_has_role_at('case-supervisor', home_id)) and kind <> 'revealed'
        and not (kind = 'barred' and person_id = app_person())));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_views" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "case_views" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or person_id = app_person());