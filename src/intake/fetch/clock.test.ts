import { describe, expect, it } from 'vitest';
import { realClock } from './clock.ts';

describe('the real clock', () => {
  it('does not wake at once from a sleep longer than a timer can be, and ends it when asked to stop', async () => {
    const controller = new AbortController();
    const clock = realClock(controller.signal);
    let woke = false;
    const asleep = clock.sleep(2 ** 33).then(() => {
      woke = true;
    });
    await clock.sleep(30);
    expect(woke).toBe(false);
    controller.abort(new Error('asked to stop'));
    await expect(asleep).rejects.toThrow();
  });
});
