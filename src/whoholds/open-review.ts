// The acts, the log and the queue of one open ledger as one contract; what is kept beside a large ledger follows each act.
import type { Acted, QueueItem, Review } from './review-contract.ts';
import { ReviewDesk, type ReviewGround } from './review-desk.ts';
import { tellReviews } from './review-log.ts';
import { findQueue, type QueueGround } from './review-queue.ts';

/** A page asks for the queue again and again; a state of the ledger has one for each day. */
const QUEUES_KEPT = 4;
const LONGEST_QUEUE = 200;

const queueOf = (ground: QueueGround): Review['queue'] => {
  const kept = new Map<string, Promise<readonly QueueItem[]>>();
  return async ({ on, limit }) => {
    if (limit > LONGEST_QUEUE) return findQueue(ground, { on, limit });
    const key = `${await ground.ledger.seq()} ${on}`;
    const made = kept.get(key) ?? findQueue(ground, { on, limit: LONGEST_QUEUE });
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > QUEUES_KEPT && oldest !== undefined) kept.delete(oldest);
    return (await made).slice(0, limit);
  };
};

export const openReview = (ground: ReviewGround & QueueGround, settle: () => Promise<void>): Review => {
  const desk = new ReviewDesk(ground);
  const settled = async (act: Promise<Acted>): Promise<Acted> => {
    const acted = await act;
    if (acted.changed) await settle();
    return acted;
  };
  return {
    assert: (claim, by, replaces) => settled(desk.assert(claim, by, replaces)),
    standBy: (claim, by) => settled(desk.standBy(claim, by)),
    retract: (claim, by) => settled(desk.retract(claim, by)),
    place: (claim, to, by) => settled(desk.place(claim, to, by)),
    join: (reports, by) => settled(desk.join(reports, by)),
    cut: (reports, by) => settled(desk.cut(reports, by)),
    answers: (question, by) => settled(desk.answers(question, by)),
    log: () => tellReviews(ground.ledger),
    queue: queueOf(ground),
  };
};
