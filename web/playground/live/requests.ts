import { useMutation, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';

const whileOpenChanges = 60_000;

export function useBusinesses() {
  return useQuery({
    queryKey: ['businesses'],
    queryFn: async () => (await dataOf(api.GET('/playground/api/businesses'))).businesses,
    refetchInterval: whileOpenChanges,
  });
}

export function useStories() {
  return useQuery({
    queryKey: ['stories'],
    queryFn: async () => (await dataOf(api.GET('/playground/api/stories'))).stories,
  });
}

export function useDial() {
  return useMutation({
    mutationFn: async (body: { business: string; from: string }) =>
      (await dataOf(api.POST('/playground/api/calls', { body }))).call,
  });
}

export function useSendText() {
  return useMutation({
    mutationFn: async (body: { business: string; from: string; words: string }) =>
      (await dataOf(api.POST('/playground/api/texts', { body }))).thread,
  });
}

export function usePlayStory() {
  return useMutation({
    mutationFn: async ({ story, business }: { story: string; business: string }) => {
      const params = { path: { story } };
      const path = '/playground/api/stories/{story}/play';
      return (await dataOf(api.POST(path, { params, body: { business } }))).call;
    },
  });
}

export function useOwnerAnswers() {
  return useMutation({
    mutationFn: (keys: string) =>
      dataOf(api.POST('/playground/api/owner-answers', { body: { keys } })),
  });
}

export type Act =
  | { verb: 'say'; words: string }
  | { verb: 'keys'; keys: string }
  | { verb: 'silence' }
  | { verb: 'hang-up' };

// What a caller does on the line.
export function useAct(call: string) {
  return useMutation({
    mutationFn: (act: Act) => {
      const params = { path: { call } };
      switch (act.verb) {
        case 'say':
          return dataOf(
            api.POST('/playground/api/calls/{call}/say', { params, body: { words: act.words } }),
          );
        case 'keys':
          return dataOf(
            api.POST('/playground/api/calls/{call}/keys', { params, body: { keys: act.keys } }),
          );
        case 'silence':
          return dataOf(api.POST('/playground/api/calls/{call}/silence', { params, body: {} }));
        case 'hang-up':
          return dataOf(api.POST('/playground/api/calls/{call}/hang-up', { params, body: {} }));
      }
    },
  });
}
