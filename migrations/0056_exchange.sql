CREATE TABLE "exchange_capacity" (
	"post_id" uuid NOT NULL,
	"month" text NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "exchange_capacity_post_id_month_pk" PRIMARY KEY("post_id","month"),
	CONSTRAINT "exchange_capacity_taken" CHECK (taken >= 0)
);
--> statement-breakpoint
ALTER TABLE "exchange_capacity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"caption" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_posts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"because" text,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"municipalities" text[] DEFAULT '{}' NOT NULL,
	"quantity" integer,
	"unit" text DEFAULT '' NOT NULL,
	"used_quantity" integer DEFAULT 0 NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"last_on" date NOT NULL,
	"monthly_cap" integer,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text DEFAULT 'member' NOT NULL,
	"source_key" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exchange_posts_side" CHECK (side in ('need', 'offer')),
	CONSTRAINT "exchange_posts_state" CHECK (state in ('draft', 'published', 'paused', 'closed')),
	CONSTRAINT "exchange_posts_days" CHECK (starts_on <= last_on and last_on <= ends_on),
	CONSTRAINT "exchange_posts_used" CHECK (used_quantity >= 0 and (quantity is null or used_quantity <= quantity)),
	CONSTRAINT "exchange_posts_cap" CHECK ((side = 'offer') = (monthly_cap is not null)),
	CONSTRAINT "exchange_posts_published" CHECK (state <> 'published' or published_at is not null)
);
--> statement-breakpoint
ALTER TABLE "exchange_posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_reach" (
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"municipality" text NOT NULL,
	"post_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"topics" text[] NOT NULL,
	"starts_on" date NOT NULL,
	"last_on" date NOT NULL,
	"quantity_left" integer,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exchange_reach_side_kind_municipality_post_id_pk" PRIMARY KEY("side","kind","municipality","post_id")
);
--> statement-breakpoint
ALTER TABLE "exchange_reach" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exchange_capacity" ADD CONSTRAINT "exchange_capacity_post_id_exchange_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."exchange_posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_photos" ADD CONSTRAINT "exchange_photos_post_id_exchange_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."exchange_posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_photos" ADD CONSTRAINT "exchange_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_posts" ADD CONSTRAINT "exchange_posts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_reach" ADD CONSTRAINT "exchange_reach_post_id_exchange_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."exchange_posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_photos_by_post" ON "exchange_photos" USING btree ("post_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_posts_source" ON "exchange_posts" USING btree ("source_key");--> statement-breakpoint
CREATE INDEX "exchange_posts_by_organisation" ON "exchange_posts" USING btree ("organisation_id","changed_at");--> statement-breakpoint
CREATE INDEX "exchange_posts_newest" ON "exchange_posts" USING btree ("published_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "exchange_posts_sorted" ON "exchange_posts" USING btree ("side","kind","published_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "exchange_posts_last" ON "exchange_posts" USING btree ("last_on") WHERE state in ('published', 'paused');--> statement-breakpoint
CREATE INDEX "exchange_reach_by_post" ON "exchange_reach" USING btree ("post_id");--> statement-breakpoint
CREATE POLICY "seen_by" ON "exchange_capacity" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "exchange_capacity" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());--> statement-breakpoint
CREATE POLICY "seen_by" ON "exchange_photos" AS PERMISSIVE FOR SELECT TO public USING (exists (select from exchange_posts p where p.id = post_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "exchange_photos" AS PERMISSIVE FOR ALL TO public USING (exists (select from exchange_posts p where p.id = post_id
  and (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', p.organisation_id)))) WITH CHECK (exists (select from exchange_posts p where p.id = post_id
  and (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', p.organisation_id))));--> statement-breakpoint
CREATE POLICY "seen_by" ON "exchange_posts" AS PERMISSIVE FOR SELECT TO public USING (state <> 'draft' or app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "written_by" ON "exchange_posts" AS PERMISSIVE FOR ALL TO public USING (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id)) WITH CHECK (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id));--> statement-breakpoint
CREATE POLICY "seen_by" ON "exchange_reach" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "written_by" ON "exchange_reach" AS PERMISSIVE FOR ALL TO public USING (app_is_system()) WITH CHECK (app_is_system());