import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'tests/**/*.test.ts', 'law/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    // Modules are pure and hold no state: loading them once per worker, not once per file, halves the time of the suite.
    isolate: false,
    globalSetup: ['tests/setup/template.ts'],
  },
})
