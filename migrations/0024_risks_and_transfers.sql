CREATE TABLE "contact_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_links_once" UNIQUE("contact_id","earlier_id")
);
--> statement-breakpoint
ALTER TABLE "contact_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "contact_marks_once" UNIQUE("contact_id","kind","mark")
);
--> statement-breakpoint
ALTER TABLE "contact_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "read_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_on" date NOT NULL,
	"state" text NOT NULL,
	"answer" text,
	"supervisor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "read_reviews_once" UNIQUE("desk_id","person_id","contact_id","read_on")
);
--> statement-breakpoint
ALTER TABLE "read_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reader_homes" (
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"municipality" text NOT NULL,
	CONSTRAINT "reader_homes_desk_id_person_id_pk" PRIMARY KEY("desk_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "reader_homes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"escalation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"step" text NOT NULL,
	"result" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "emergency_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"level" integer,
	"raised_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"to_person_id" uuid,
	"reminders" integer DEFAULT 0 NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp with time zone,
	"joined_by" uuid,
	"joined_at" timestamp with time zone,
	"talks_id" uuid,
	"reports_id" uuid,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "escalations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "risk_assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"thoughts" text,
	"plan" text,
	"means" text,
	"timing" text,
	"alone" text,
	"substance" text,
	"past" text,
	"dangers" text[] DEFAULT '{}' NOT NULL,
	"protects" text[] DEFAULT '{}' NOT NULL,
	"level" integer NOT NULL,
	"sealed" text,
	CONSTRAINT "risk_assessments_level" CHECK (level between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "risk_assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"from_desk_id" uuid NOT NULL,
	"to_desk_id" uuid NOT NULL,
	"state" text NOT NULL,
	"basis" text NOT NULL,
	"danger" text,
	"sealed_key" text,
	"sealed" text,
	"door" text NOT NULL,
	"risk" integer,
	"worries" text[] DEFAULT '{}' NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"decline_reason" text,
	"left_id" uuid
);
--> statement-breakpoint
ALTER TABLE "transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "stays_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact_links" ADD CONSTRAINT "contact_links_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_links" ADD CONSTRAINT "contact_links_earlier_id_contacts_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_links" ADD CONSTRAINT "contact_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_marks" ADD CONSTRAINT "contact_marks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_reviews" ADD CONSTRAINT "read_reviews_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_reviews" ADD CONSTRAINT "read_reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_reviews" ADD CONSTRAINT "read_reviews_supervisor_id_people_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reader_homes" ADD CONSTRAINT "reader_homes_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reader_homes" ADD CONSTRAINT "reader_homes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_steps" ADD CONSTRAINT "emergency_steps_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_steps" ADD CONSTRAINT "emergency_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_acknowledged_by_people_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_joined_by_people_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_talks_id_people_id_fk" FOREIGN KEY ("talks_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_reports_id_people_id_fk" FOREIGN KEY ("reports_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_desk_id_desks_id_fk" FOREIGN KEY ("from_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_desk_id_desks_id_fk" FOREIGN KEY ("to_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_links_by_earlier" ON "contact_links" USING btree ("earlier_id");--> statement-breakpoint
CREATE INDEX "contact_marks_again" ON "contact_marks" USING btree ("desk_id","kind","mark");--> statement-breakpoint
CREATE INDEX "emergency_steps_by_escalation" ON "emergency_steps" USING btree ("escalation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_open" ON "escalations" USING btree ("contact_id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "escalations_by_desk" ON "escalations" USING btree ("desk_id","raised_at");--> statement-breakpoint
CREATE INDEX "risk_assessments_by_contact" ON "risk_assessments" USING btree ("contact_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_open" ON "transfers" USING btree ("contact_id") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "transfers_to" ON "transfers" USING btree ("to_desk_id","state");--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_links" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contact_links" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_marks" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contact_marks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "read_reviews" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id) or person_id = app_person());--> statement-breakpoint
CREATE POLICY "written_by" ON "read_reviews" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "read_reviews" AS PERMISSIVE FOR UPDATE TO public USING (person_id = app_person() and state in ('asked', 'answered')) WITH CHECK (person_id = app_person() and state in ('asked', 'answered'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "reader_homes" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "reader_homes" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "emergency_steps" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "emergency_steps" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "escalations" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "escalations" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "risk_assessments" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "risk_assessments" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "transfers" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id)
  or app_has_role_at('counsellor', to_desk_id) or app_has_role_at('desk-supervisor', to_desk_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "transfers" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id))
      and exists (select from contacts c where c.id = contact_id and c.desk_id = from_desk_id));--> statement-breakpoint
CREATE POLICY "changed_by" ON "transfers" AS PERMISSIVE FOR UPDATE TO public USING (app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id)
  or app_has_role_at('counsellor', to_desk_id) or app_has_role_at('desk-supervisor', to_desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id)
  or app_has_role_at('counsellor', to_desk_id) or app_has_role_at('desk-supervisor', to_desk_id));