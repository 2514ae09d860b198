import { defineConfig } from 'vitest/config'

/** Whole journeys in a real browser against the built product: one at a time. */
export default defineConfig({
  test: { include: ['tests/journeys/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, maxWorkers: 1, globalSetup: ['tests/setup/template.ts', 'tests/setup/demo-folder.ts'] },
})
