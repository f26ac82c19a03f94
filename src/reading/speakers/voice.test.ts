import { describe, expect, test } from 'vitest';
import { day, inventedTheatre as theatre } from '../../../test/invented-theatre.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { voiceOf } from './voice.ts';

const sides = (words: string) => sidesOfSpeaker(words, theatre, day('2021-04-01')).sides;
const voice = (words: string, role: string | null = null) =>
  voiceOf({ speaker: words, role, sides: sides(role === null ? words : `${words}, ${role}`) }, theatre);

describe('the side of a speaker', () => {
  test.each([
    ['a League commander', ['league']],
    ['the spokesman of the League', ['league']],
    ['a commander of the uprising', ['levies']],
    ['the interior ministry', ['crown']],
    ['Captain Nan Orde, deputy police chief of Ashford', ['crown']],
    ['members of the provincial council', ['crown']],
    ['two MPs', ['crown']],
    ['the 203rd Corps', ['crown']],
    ['a security source', ['crown']],
    ['a League council member', ['league']],
    ['residents of Ashford', ['local']],
    ['a doctor at the district hospital', ['local']],
    ['truckers on the Ostmarker side', ['local']],
    ['a former police officer', ['local']],
    ['a former governor', ['crown']],
    ["Ostmark's interior ministry", ['international']],
    ['an Ostmarker security source', ['international']],
    ['the UN', ['international']],
    ['a border police officer at the Ostmarker border', ['crown']],
    ['commanders of the uprising and residents', ['levies', 'local']],
    ['a NATO official and a League official', ['international', 'league']],
    ['both sides', ['crown', 'league']],
    ['an uprising commander', ['levies']],
    ['a NATO commander', ['international']],
    ['a Velian League spokesman', ['league']],
    ['a militia leader', ['levies']],
    ['a Kazakh customs broker', ['international']],
    ['the Crown ministry of war', ['crown']],
  ])('%s → %j', (words, expected) => expect(sides(words)).toEqual(expected));

  test.each(['reports', 'rumours', 'sources', 'those who say', 'he', 'a post'])('%s is nobody’s side', (words) =>
    expect(sides(words)).toEqual(['unknown']),
  );

  test('a role of the theatre holds for its days', () => {
    expect(sidesOfSpeaker('Ivo Hale', theatre, day('2021-04-01'))).toEqual({
      sides: ['league'],
      role: 'League spokesman',
    });
    expect(sidesOfSpeaker('Ivo Hale', theatre, day('2021-07-01')).sides).toEqual(['crown']);
  });

  test('the office stands beside the name', () => {
    expect(sidesOfSpeaker('Edda Crane, governor of Northmark', theatre, null).role).toBe('governor of Northmark');
    expect(sidesOfSpeaker('League spokesman Tor Bly', theatre, null).role).toBe('League spokesman');
    expect(sidesOfSpeaker('police', theatre, null).role).toBeNull();
  });
});

describe('the voice of a speaker', () => {
  test.each([
    ['a League spokesman', 'spokesman', true, true],
    ['the League', 'spokesman', true, true],
    ['a League commander', 'commander', true, true],
    ['the defence ministry spokesman', 'ministry', true, true],
    ['the Crown ministry of war', 'ministry', true, true],
    ['three Velian officials', 'local-official', true, true],
    ['a spokesman for the governor of Northmark', 'local-official', true, true],
    ['council members', 'local-official', true, true],
    ['local officials', 'local-official', true, true],
    ['the army', 'commander', true, true],
    ['a security source', 'anonymous', false, true],
    ['two senior officials', 'anonymous', false, true],
    ['an Ostmarker security source', 'anonymous', false, true],
    ['the Ostmark foreign ministry', 'third-party', true, true],
    ['the UN', 'third-party', true, false],
    ['a NATO commander', 'third-party', true, false],
    ['residents', 'resident', true, false],
    ['a doctor', 'resident', true, false],
    ['witnesses', 'witness', true, false],
    ['rumours', 'unknown', false, false],
    ['sources', 'anonymous', false, false],
  ])('%s: %s, on record %s, stake %s', (words, name, onRecord, stake) =>
    expect(voice(words)).toEqual({ class: name, onRecord, stake }),
  );

  test('an officer who asks not to be named is not on the record', () => {
    expect(voice('a border police lieutenant', 'who asked not to be named')).toMatchObject({ onRecord: false });
  });

  test('the outlet’s own voice is nobody’s word', () => {
    expect(voiceOf({ speaker: null, role: null, sides: ['outlet'] }, theatre)).toEqual({
      class: 'outlet',
      onRecord: false,
      stake: false,
    });
  });

  test('a party’s own paper speaks for the party', () => {
    expect(voiceOf({ speaker: null, role: null, sides: ['league'] }, theatre)).toMatchObject({
      class: 'spokesman',
      stake: true,
    });
  });
});
