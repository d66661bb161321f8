// Two suites: what `npm test` runs, and the long faults (kill -9, full restores) that `npm run faults` runs.
import { defineConfig } from 'vitest/config';

const faults = process.env.NGUON_SUITE === 'faults';

export default defineConfig({
  test: {
    include: faults
      ? ['test/faults/**/*.test.ts']
      : ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,mjs}'],
    exclude: faults ? ['node_modules/**'] : ['node_modules/**', 'dist/**', 'test/faults/**'],
    globalSetup: ['test/setup/global.ts'],
    // The suite runs on two cores beside one PostgreSQL.
    maxWorkers: 2,
    testTimeout: faults ? 180_000 : 30_000,
    hookTimeout: faults ? 180_000 : 60_000,
    teardownTimeout: 30_000,
    env: { NODE_ENV: 'test' },
  },
});
