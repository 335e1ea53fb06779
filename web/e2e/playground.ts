import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { Server } from './server';

interface PerTest {
  playground: Playground;
}
interface PerWorker {
  server: Server;
}

// Every test gets a page of the running program, and fails when the page was refused something by the
// content security policy or threw.
export const test = base.extend<PerTest, PerWorker>({
  server: [
    async ({}, provide) => {
      const server = await Server.start();
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  playground: async ({ page, server }, provide) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    await provide(new Playground(page, server.address));
    expect(complaints).toEqual([]);
  },
});

export { expect };

// What a person does on the page, by the words they read there.
export class Playground {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  async open(search = ''): Promise<void> {
    await this.page.goto(`${this.address}/playground/${search}`);
  }

  async dial(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /^Call \(/ }).click();
    await expect(this.page.getByRole('textbox', { name: 'What you say' })).toBeEnabled();
    await expect(this.saidByReceptionist).toHaveCount(1);
  }

  // Says it and waits until the receptionist has answered or the call is over.
  async say(words: string): Promise<void> {
    const before = await this.saidByReceptionist.count();
    const input = this.page.getByRole('textbox', { name: 'What you say' });
    await expect(input).toBeEnabled();
    await input.fill(words);
    await input.press('Enter');
    await expect(this.transcript.getByText(words)).toBeVisible();
    await expect(this.saidByReceptionist).not.toHaveCount(before);
    await expect(this.transcript.getByLabel('about to speak')).toHaveCount(0);
  }

  async bookSink(): Promise<void> {
    await this.say('Hi, my kitchen sink is clogged and it will not drain');
    await this.say('Jordan Example');
    await this.say('42 Maple Street in Springfield');
    await this.say('Any time tomorrow or the day after, as soon as you can');
    await this.say('The first one');
    await this.say('Yes please');
  }

  get transcript(): Locator {
    return this.page.getByRole('log');
  }

  get saidByReceptionist(): Locator {
    return this.transcript.getByRole('button', { name: 'Why' });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }
}
