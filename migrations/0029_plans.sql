CREATE TABLE "case_plan_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bearer" text NOT NULL,
	"related" text,
	"program" text,
	"starts_on" date,
	"ends_on" date,
	"done_on" date,
	"class" text DEFAULT 'basic' NOT NULL,
	"sealed" text NOT NULL,
	"meeting_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_plan_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_plan_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"class" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "case_plan_texts_once" UNIQUE("plan_id","class")
);
--> statement-breakpoint
ALTER TABLE "case_plan_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"made_on" date NOT NULL,
	"made_by" uuid,
	"starts_on" date,
	"ends_on" date,
	"monitor_on" date,
	"is_employment_target" boolean DEFAULT false NOT NULL,
	"agreed_on" date,
	"agreed_how" text,
	"met_on" date,
	"met_result" text,
	"decision" text,
	"decided_on" date,
	"decided_by" uuid,
	"returned_on" date,
	"reviewed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "case_plans_round" UNIQUE("case_id","round")
);
--> statement-breakpoint
ALTER TABLE "case_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"with_whom" text[] DEFAULT '{}' NOT NULL,
	"related" text[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"minutes" integer,
	"place" text,
	"service" text,
	"from_on" date,
	"until_on" date,
	"is_monitoring" boolean DEFAULT false NOT NULL,
	"plan_round" integer DEFAULT 0 NOT NULL,
	"class" text DEFAULT 'record' NOT NULL,
	"sealed" text NOT NULL,
	"next_on" date,
	"corrects_id" uuid,
	"replaced_at" timestamp with time zone,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"held_on" date NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"changes" text[] DEFAULT '{}' NOT NULL,
	"sealed" text NOT NULL,
	"met_on" date,
	"confirmed_on" date,
	"confirmed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_reviews_once" UNIQUE("plan_id")
);
--> statement-breakpoint
ALTER TABLE "case_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_scale_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scale_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"class" text NOT NULL,
	"stage" integer NOT NULL,
	CONSTRAINT "case_scale_stages_once" UNIQUE("scale_id","domain")
);
--> statement-breakpoint
ALTER TABLE "case_scale_stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_scales" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"asked_on" date NOT NULL,
	"at" text NOT NULL,
	"plan_round" integer DEFAULT 0 NOT NULL,
	"with_person" boolean NOT NULL,
	"sealed" text,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_scales" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"due_on" date NOT NULL,
	"owner_id" uuid NOT NULL,
	"plan_item_id" uuid,
	"meeting_id" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_plan_items" ADD CONSTRAINT "case_plan_items_plan_id_case_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."case_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plan_items" ADD CONSTRAINT "case_plan_items_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plan_texts" ADD CONSTRAINT "case_plan_texts_plan_id_case_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."case_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_records" ADD CONSTRAINT "case_records_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_records" ADD CONSTRAINT "case_records_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_plan_id_case_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."case_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reviews" ADD CONSTRAINT "case_reviews_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_scale_stages" ADD CONSTRAINT "case_scale_stages_scale_id_case_scales_id_fk" FOREIGN KEY ("scale_id") REFERENCES "public"."case_scales"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_scales" ADD CONSTRAINT "case_scales_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_scales" ADD CONSTRAINT "case_scales_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_case_id_case_files_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_plan_items_by_plan" ON "case_plan_items" USING btree ("plan_id","position");--> statement-breakpoint
CREATE INDEX "case_plan_items_by_case" ON "case_plan_items" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_plans_made" ON "case_plans" USING btree ("home_id","made_on");--> statement-breakpoint
CREATE INDEX "case_records_by_case" ON "case_records" USING btree ("case_id","started_at");--> statement-breakpoint
CREATE INDEX "case_records_counted" ON "case_records" USING btree ("home_id","started_at","service");--> statement-breakpoint
CREATE INDEX "case_reviews_held" ON "case_reviews" USING btree ("home_id","held_on");--> statement-breakpoint
CREATE INDEX "case_reviews_by_case" ON "case_reviews" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_scale_stages_by_case" ON "case_scale_stages" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_scales_by_case" ON "case_scales" USING btree ("case_id","asked_on");--> statement-breakpoint
CREATE INDEX "case_scales_asked" ON "case_scales" USING btree ("home_id","asked_on");--> statement-breakpoint
CREATE INDEX "case_tasks_by_case" ON "case_tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_tasks_open" ON "case_tasks" USING btree ("owner_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "case_tasks_due" ON "case_tasks" USING btree ("home_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_plan_items" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_plan_items" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_plan_texts" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_plan_texts" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_plans" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_plans" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_records" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_records" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_reviews" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_reviews" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_scale_stages" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, class));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_scale_stages" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, class)) WITH CHECK (case_writes(case_id, class));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_scales" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_scales" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'basic')) WITH CHECK (case_writes(case_id, 'basic'));--> statement-breakpoint
CREATE POLICY "seen_by" ON "case_tasks" AS PERMISSIVE FOR SELECT TO public USING (case_sees(case_id, 'record'));--> statement-breakpoint
CREATE POLICY "written_by" ON "case_tasks" AS PERMISSIVE FOR ALL TO public USING (case_writes(case_id, 'record')) WITH CHECK (case_writes(case_id, 'record'));