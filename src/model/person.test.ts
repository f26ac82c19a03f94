import { describe, expect, it } from 'vitest';
import { isPerson, personName, putThereBy, readerOfPerson, reviewedBy } from './person.ts';

describe('a person among the readers', () => {
  it('is told from the others, and has a name', () => {
    expect(['person/Ada Finch', 'rules/1', 'gold'].map(isPerson)).toEqual([true, false, false]);
    expect([personName(readerOfPerson('Ada Finch')), personName('rules/1')]).toEqual(['Ada Finch', 'rules/1']);
  });

  it('is named with a claim, with the reason where the place is theirs', () => {
    const place = { reason: 'only candidate' };
    expect(reviewedBy({ reader: 'rules/1', place })).toBeNull();
    expect(reviewedBy({ reader: 'person/Ada Finch', place })).toBe('vouched for by Ada Finch');
    const put = { reason: putThereBy('Ada Finch', 'The dateline says so.') };
    expect(reviewedBy({ reader: 'person/Ada Finch', place: put })).toBe(
      'put there by Ada Finch: The dateline says so.',
    );
  });
});
