import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/platform/**/tables.ts', './src/areas/**/tables.ts'],
  out: './migrations',
  entities: { roles: false },
});
