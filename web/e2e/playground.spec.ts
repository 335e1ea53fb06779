import { expect, test } from './playground';

test('the address of the server leads to the playground', async ({ page, server }) => {
  await page.goto(server.address);
  await expect(page).toHaveURL(/\/playground\/$/);
  await expect(page.getByRole('heading', { name: 'Talk to the receptionist' })).toBeVisible();
});

test('a visit is booked by words, and every panel shows it', async ({ playground, page }) => {
  await playground.dial();
  await playground.bookSink();

  const day = playground.region('Visits by technician');
  await expect(day.getByRole('listitem').filter({ hasText: 'New' })).toContainText(
    'Jordan Example',
  );
  const sent = playground.region('Messages and promises');
  const confirmation = sent.getByRole('listitem').filter({ hasText: 'Confirmation' });
  await expect(confirmation).toContainText('42 Maple Street');
  await expect(confirmation).toContainText('Delivered');
  await expect(playground.region('The reasons').getByRole('listitem').first()).toBeVisible();

  await playground.say('No, that is all, thank you');
  await expect(page.getByText('A visit was booked')).toBeVisible();
  await expect(page.getByRole('list', { name: 'States of the call' })).toContainText('Ended');
  await expect(page.getByRole('button', { name: 'Start another conversation' })).toBeVisible();
});

test('the reasons of an earlier answer can be looked up', async ({ playground, page }) => {
  await playground.dial();
  await playground.say('Hi, my kitchen sink is clogged and it will not drain');
  await playground.say('Jordan Example');

  await playground.saidByReceptionist.nth(1).click();
  const reasons = playground.region('The reasons');
  await expect(reasons).toContainText('my kitchen sink is clogged');
  await expect(reasons).toContainText('Wants a visit');
  await page.getByRole('button', { name: 'The turn after' }).click();
  await expect(reasons).toContainText('Jordan Example');
});

test('an emergency reaches the owner at once', async ({ playground, page }) => {
  await playground.dial();
  await playground.say('Water is pouring through my ceiling');

  await expect(playground.region('The reasons')).toContainText('Alert the owner');
  await expect(
    playground
      .region('Messages and promises')
      .getByRole('listitem')
      .filter({ hasText: 'Text to the owner' })
      .filter({ hasText: 'Emergency alert' }),
  ).toBeVisible();
  await playground.say('88 Elm Street Springfield');
  await page.getByRole('button', { name: 'Hang up' }).click();
  await expect(page.getByText('The emergency reached the owner')).toBeVisible();
});

test('a caller who wants a person is put through, and both ends can be played', async ({
  playground,
  page,
}) => {
  await playground.dial();
  await playground.say('I want to talk to a real person');
  const ownersPhone = page.getByRole('group', { name: 'The owner’s phone' });
  await ownersPhone.getByRole('button', { name: 'Pick up and press 1' }).click();
  await expect(ownersPhone).toHaveCount(0);
  await expect(page.getByText('Talking to a person')).toBeVisible();
  await page.getByRole('button', { name: 'Hang up' }).click();
  await expect(page.getByText('A person took over')).toBeVisible();
});

test('silence leads to the keypad, whose keys say what they do', async ({ playground, page }) => {
  await playground.dial();
  for (const times of [1, 2]) {
    await page.getByRole('button', { name: 'Stay silent' }).click();
    await expect(playground.transcript.getByText('The caller says nothing')).toHaveCount(times);
  }
  await page.getByRole('button', { name: 'Keypad' }).click();
  const keypad = page.getByRole('group', { name: 'Keypad' });
  await keypad.getByRole('button', { name: 'Book a visit' }).click();
  await expect(playground.transcript.getByText('Pressed a key')).toBeVisible();
});

test('hanging up ends the call', async ({ playground, page }) => {
  await playground.dial();
  await page.getByRole('button', { name: 'Hang up' }).click();
  await expect(page.getByText('The call is over')).toBeVisible();
  await page.getByRole('button', { name: 'Start another conversation' }).click();
  await expect(page.getByRole('heading', { name: 'Talk to the receptionist' })).toBeVisible();
});

test('texts are answered in their thread', async ({ playground, page }) => {
  await playground.open();
  await page.getByText('Text', { exact: true }).click();
  await page.getByLabel('Your text').fill('My kitchen sink is clogged');
  await page.getByRole('button', { name: 'Send the text' }).click();
  await expect(playground.saidByReceptionist).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Your text' }).fill('Jordan Example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(playground.saidByReceptionist).toHaveCount(2);
});

test('a story plays by itself', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('button', { name: 'New caller books' }).click();
  await expect(playground.transcript.getByText('my kitchen sink is clogged')).toBeVisible();
  await expect(playground.transcript.getByText('Jordan Example').first()).toBeVisible();
});

test('a conversation can be passed on by its address', async ({ playground, page }) => {
  await playground.dial();
  await playground.say('Hi, my kitchen sink is clogged and it will not drain');
  await page.reload();
  await expect(playground.transcript.getByText('my kitchen sink is clogged')).toBeVisible();
});

test('a lost connection is said, and mended by itself', async ({ playground, page }) => {
  await playground.dial();
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'connection is lost' })).toBeVisible();
  await page.unroute('**/events');
  await expect(playground.saidByReceptionist).toHaveCount(1);
});

test('a number that is none is refused in words', async ({ playground, page }) => {
  await playground.open();
  await page.getByLabel('Your number').fill('12');
  await page.getByRole('button', { name: /^Call \(/ }).click();
  await expect(page.getByRole('alert')).toContainText('from must be a number');
});

test('requests from other places change nothing', async ({ request, server }) => {
  const body = { business: 'prairie-plumbing', from: '+15550100144' };
  const elsewhere = await request.post(`${server.address}/playground/api/calls`, {
    data: body,
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  });
  expect(elsewhere.status()).toBe(403);
  const asForm = await request.post(`${server.address}/playground/api/calls`, { form: body });
  expect(asForm.status()).toBe(400);
});

test('nothing but its own files may run on the page', async ({ request, server }) => {
  const page = await request.get(`${server.address}/playground/`);
  const policy = page.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers()['x-content-type-options']).toBe('nosniff');
});
