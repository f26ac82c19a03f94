// What to look at, and what people did: both can be read by everybody.
import { requestRecord } from './act-records.ts';
import { queueRecord, reviewRecord } from './review-records.ts';
import { type Answer, type Question, route } from './route.ts';

const MOST_ASKED = 20;

const queue = async ({ whoholds, asked }: Question): Promise<Answer> => {
  const { theatre } = whoholds;
  const on = asked.on ?? (await whoholds.lastDay()) ?? theatre.period.from;
  const items = await whoholds.review.queue({ on, limit: asked.limit ?? MOST_ASKED });
  return { data: items.map((item) => queueRecord(item, theatre)) };
};

/** Newest first, as the page shows it. */
const log = async ({ whoholds }: Question): Promise<Answer> => {
  const [acts, requests] = [await whoholds.review.log(), await whoholds.acts.requests()];
  return {
    data: {
      acts: acts.toReversed().map(reviewRecord),
      requests: requests.toReversed().map((request) => requestRecord(request, whoholds.theatre)),
    },
  };
};

export const REVIEW_ROUTES = [
  route('/api/review/queue', 'What to look at, by how much it could move the map on a day.', {
    takes: ['on', 'limit'],
    answers:
      'a list, as `whoholds review queue --json`; where a war is shown with a delay it is empty for whoever is not signed in',
    answer: queue,
  }),
  route('/api/review/log', 'All that people did and asked for, with their reasons, newest first.', {
    answers:
      'one object: `acts`, a list as `whoholds review log --json`, and `requests`, each `{ request, by, recorded, reason, state, act, says, turns, ruling }`; `state` is done, waiting, approved or declined',
    isOutsideEntries: true,
    answer: log,
  }),
];
