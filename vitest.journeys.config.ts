import { defineConfig } from 'vitest/config'

/** Whole journeys in a real browser against the built product: one at a time. The short ones always; all of them with SECPLAN_TEST=full. */
const short = ['first-run', 'import-thread', 'report-thread', 'separation'].map((name) => `tests/journeys/${name}.test.ts`)
const include = process.env['SECPLAN_TEST'] === 'full' ? ['tests/journeys/**/*.test.ts'] : short

export default defineConfig({
  test: { include, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, maxWorkers: 1, globalSetup: ['tests/setup/template.ts', 'tests/setup/demo-folder.ts'] },
})
