import { describe, expect, it } from 'vitest';
import { FoundQueue } from './found-queue.ts';

describe('the queue between finding and writing', () => {
  it('gives what came, in its order, and null at the end', async () => {
    const queue = new FoundQueue<number>(10);
    for (const number of [1, 2, 3]) await queue.push(number);
    expect(await queue.take(2, 1000)).toEqual([1, 2]);
    queue.end();
    expect(await queue.take(2, 1000)).toEqual([3]);
    expect(await queue.take(2, 1000)).toBeNull();
  });

  it('does not wait for more than comes in a little while', async () => {
    const queue = new FoundQueue<number>(10);
    const taken = queue.take(5, 20);
    await queue.push(1);
    await queue.push(2);
    expect(await taken).toEqual([1, 2]);
  });

  it('lets those who find wait where the writer is behind, and loses nothing', async () => {
    const queue = new FoundQueue<number>(2);
    const pushed: number[] = [];
    const finding = (async () => {
      for (const number of [1, 2, 3, 4, 5]) {
        await queue.push(number);
        pushed.push(number);
      }
      queue.end();
    })();
    await new Promise((resolve) => setImmediate(resolve));
    expect(pushed).toEqual([1, 2]);
    const all: number[] = [];
    for (let some = await queue.take(2, 5); some !== null; some = await queue.take(2, 5)) all.push(...some);
    await finding;
    expect(all).toEqual([1, 2, 3, 4, 5]);
  });
});
