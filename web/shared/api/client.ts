import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>();

// Why the server did not do it, in words a person may read.
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// The data of an answer. Throws Refused when there is none, so that a query or mutation fails with it.
export async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked.catch(() => {
    throw new Refused(0, 'The server cannot be reached.');
  });
  if (answer.data !== undefined) return answer.data;
  throw new Refused(answer.response.status, messageOf(answer.error, answer.response.status));
}

function messageOf(error: unknown, status: number): string {
  const problem = error as Schemas['Problem'] | undefined;
  return problem?.error?.message ?? `The server answered with status ${status}.`;
}
