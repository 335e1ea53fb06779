import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser';

// npm run picture: makes docs/images/playground.png.
export default defineConfig({
  testDir: 'e2e',
  testMatch: 'picture.ts',
  outputDir: 'test-results',
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: browser,
});
