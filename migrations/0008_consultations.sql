CREATE TABLE "contact_reads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"as" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_referrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"how" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_referrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "contact_texts_once" UNIQUE("contact_id","kind")
);
--> statement-breakpoint
ALTER TABLE "contact_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"desk_id" uuid NOT NULL,
	"number" text NOT NULL,
	"passphrase_hash" text,
	"door" text NOT NULL,
	"state" text NOT NULL,
	"sealed_key" text,
	"lang" text DEFAULT 'ja' NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"queued_at" timestamp with time zone,
	"taken_at" timestamp with time zone,
	"taken_by" uuid,
	"first_answer_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"in_hours" boolean NOT NULL,
	"last_person_at" timestamp with time zone,
	"last_desk_at" timestamp with time zone,
	"about" text,
	"worries" text[] DEFAULT '{}' NOT NULL,
	"main_worry" text,
	"age_band" text,
	"sex" text,
	"municipality" text,
	"route" text,
	"actions" text[] DEFAULT '{}' NOT NULL,
	"outcome" text,
	"minutes" integer,
	"follow_up_on" date,
	"interpreter" boolean DEFAULT false NOT NULL,
	"accompanied_by" text,
	"risk" integer,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"transferred_from" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text NOT NULL,
	"service_id" uuid,
	"settings" jsonb NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "desks_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "desks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sender" text NOT NULL,
	"person_id" uuid,
	"kind" text DEFAULT 'text' NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "messages_once" UNIQUE("contact_id","seq"),
	CONSTRAINT "messages_key" UNIQUE("contact_id","key")
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact_referrals" ADD CONSTRAINT "contact_referrals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_texts" ADD CONSTRAINT "contact_texts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_texts" ADD CONSTRAINT "contact_texts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_id_organisations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_reads_by_desk" ON "contact_reads" USING btree ("desk_id","at");--> statement-breakpoint
CREATE INDEX "contact_referrals_by_contact" ON "contact_referrals" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contacts_queue" ON "contacts" USING btree ("desk_id","state","queued_at");--> statement-breakpoint
CREATE INDEX "contacts_by_arrival" ON "contacts" USING btree ("desk_id","arrived_at");--> statement-breakpoint
CREATE INDEX "contacts_to_erase" ON "contacts" USING btree ("ended_at") WHERE erased_at is null;--> statement-breakpoint
CREATE INDEX "messages_by_desk" ON "messages" USING btree ("desk_id","at");--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_reads" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "added_by" ON "contact_reads" AS PERMISSIVE FOR INSERT TO public WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_referrals" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contact_referrals" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "contact_texts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contact_texts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "contacts" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "contacts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "desks" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "desks" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('administrator') or app_has_role_at('desk-supervisor', id)) WITH CHECK (app_is_system() or app_has_role('administrator') or app_has_role_at('desk-supervisor', id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "messages" AS PERMISSIVE FOR SELECT TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "messages" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)) WITH CHECK (app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id));