import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const repository = resolve(import.meta.dirname, '../..');
const program = process.env.CALLWRIGHT_PROGRAM ?? join(repository, 'build/release/callwright');

// The real program with one practice business, on a free port and a database of its own.
export class Server {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'callwright-e2e-'));
    const env = {
      PATH: process.env.PATH,
      CALLWRIGHT_DATABASE_URL: `sqlite:${join(folder, 'callwright.db')}`,
      CALLWRIGHT_PLAYGROUND_ENABLED: 'true',
      CALLWRIGHT_HTTP_PORT: '0',
      CALLWRIGHT_LOG_LEVEL: 'warning',
    };
    execFileSync(program, ['tenant', 'apply', writeTenant(folder)], { env, stdio: 'pipe' });
    const child = spawn(program, ['serve', '--print-ready'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await firstLine(child);
    return new Server(address, child, folder);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true });
  }
}

// The example business, always open so that the hour of the test does not matter; its technicians keep
// their hours. Its visits belong to a week of their own.
function writeTenant(folder: string): string {
  const example = join(repository, 'api/examples/tenant-prairie-plumbing.json');
  const tenant = JSON.parse(readFileSync(example, 'utf8'));
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const alwaysOpen = {
    ...tenant,
    hours: Object.fromEntries(days.map((day) => [day, ['00:00-24:00']])),
    holidays: [],
    technicians: tenant.technicians.map((technician: object) => ({
      hours: tenant.hours,
      ...technician,
    })),
    visits: [],
  };
  const file = join(folder, 'tenant.json');
  writeFileSync(file, JSON.stringify(alwaysOpen));
  return file;
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error(`${program} ended before it was ready`);
}
