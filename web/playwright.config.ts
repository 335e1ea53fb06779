import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1, // The tests share one server; a person at a time is how it is used.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: { ...browser, trace: 'retain-on-failure' },
});
