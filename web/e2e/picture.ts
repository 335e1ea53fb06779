import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './playground';

const folder = resolve(import.meta.dirname, '../../docs/images');

test.use({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 });

test('picture of the playground', async ({ playground, page }) => {
  await playground.dial();
  await playground.bookSink();
  const sent = playground.region('Messages and promises');
  await expect(sent.getByRole('listitem').filter({ hasText: 'Confirmation' })).toContainText(
    'Delivered',
  );
  // The turn that found the times has the most to explain.
  await playground.saidByReceptionist.nth(4).click();
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/playground.png` });
});
