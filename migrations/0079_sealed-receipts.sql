ALTER TABLE "grant_hand_ons" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD COLUMN "sealed_key" text;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD COLUMN "media_type" text;--> statement-breakpoint
ALTER TABLE "grant_hand_ons" ADD COLUMN "scan" text;