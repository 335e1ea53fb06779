import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './playground';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What axe finds on the page as it is.
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(`${axe};
    axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => id + ' at ' + target.join(' '))))`);
}

const screens = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
};

for (const [screen, viewport] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`on a ${screen}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('the start is accessible', async ({ playground, page }) => {
        await playground.open();
        await expect(page.getByRole('heading', { name: 'Or watch a story' })).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('a conversation is accessible, while it goes on and after it', async ({
        playground,
        page,
      }) => {
        await playground.dial();
        await playground.say('Water is pouring through my ceiling');
        await page.getByRole('button', { name: 'Keypad' }).click();
        expect(await violations(page)).toEqual([]);
        if (screen === 'phone') {
          for (const name of ['Why', 'Day', 'Sent', 'Talk']) {
            await page.getByRole('tab', { name }).click();
            expect(await violations(page)).toEqual([]);
          }
        }
        await page.getByRole('button', { name: 'Hang up' }).click();
        await expect(page.getByText('The call is over')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('a server with no practice business is accessible', async ({ playground, page }) => {
        await page.route('**/api/businesses', (route) =>
          route.fulfill({ json: { businesses: [] } }),
        );
        await playground.open();
        await expect(page.getByText('There is no practice business yet')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('a server out of reach is accessible', async ({ playground, page }) => {
        await page.route('**/api/businesses', (route) => route.abort());
        await playground.open();
        await expect(page.getByText('The playground is out of reach')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('a conversation that is gone is accessible', async ({ playground, page }) => {
        await playground.open('?business=prairie-plumbing&conversation=CA0');
        await expect(page.getByText('There is no such conversation here any more')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test('the page does not scroll sideways on a small phone', async ({ playground, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await playground.dial();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
