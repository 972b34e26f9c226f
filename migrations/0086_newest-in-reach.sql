CREATE INDEX "exchange_reach_newest" ON "exchange_reach" USING btree ("side","kind","municipality","published_at" DESC NULLS LAST,"post_id","last_on","starts_on","organisation_id","topics");--> statement-breakpoint
-- What guards.sql writes from here on, for the posts that were there before.
SELECT set_config('app.system', 'migration', true);--> statement-breakpoint
INSERT INTO exchange_reach (side, kind, municipality, post_id, organisation_id, topics, starts_on, last_on, quantity_left, published_at)
SELECT side, kind, '*', id, organisation_id, topics, starts_on, last_on, quantity - used_quantity, published_at
  FROM exchange_posts WHERE state = 'published' AND (quantity IS NULL OR used_quantity < quantity)
ON CONFLICT DO NOTHING;--> statement-breakpoint
SELECT set_config('app.system', '', true);
