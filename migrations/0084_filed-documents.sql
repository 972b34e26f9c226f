ALTER TABLE "measure_statements" ADD COLUMN "document" jsonb;--> statement-breakpoint
ALTER TABLE "measure_statements" ADD COLUMN "stated_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "measure_statements" DROP COLUMN "file_id";--> statement-breakpoint
ALTER TABLE "measure_statements" DROP COLUMN "sha256";