// Whether a number's words are true of one place on one path; a path is a word of one letter a day, G C N T of the first
// challenger, n t of the second.
import { expect, test } from 'vitest';
import type { Measure } from '../model/reconciliation.ts';
import { historyOf, isTrueOn, readTurns } from './place-events.ts';

const LETTERS = 'GCNTnt';
const [BLUE, RED, GREEN] = [0, 1, 2];

const isTrue = (path: string, measure: Measure, camp: number, from = 0, until = path.length - 1): boolean => {
  const history = historyOf(path.length);
  for (const [day, letter] of [...path].entries()) history.path[day] = LETTERS.indexOf(letter);
  readTurns(history);
  return isTrueOn(history, { measure, camp, from, until });
};

test.each<[says: string, path: string, measure: Measure, camp: number, from: number, until: number, expected: boolean]>(
  [
    ['seized and kept', 'GGNNT', 'seized', RED, 1, 4, true],
    ['seized, though lost again', 'GNNGG', 'seized', RED, 1, 4, true],
    ['had from the first, and not seized', 'TTTTT', 'seized', RED, 0, 4, false],
    ['seized before the days told', 'GNNTT', 'seized', RED, 2, 4, false],
    ['seized after them', 'GGGGN', 'seized', RED, 1, 3, false],
    ['seized on the very first of them', 'GGNNT', 'seized', RED, 2, 4, true],
    ['fought over is not seized', 'GCCCG', 'seized', RED, 1, 4, false],
    ['seized out of the fighting', 'GCCNN', 'seized', RED, 1, 4, true],
    ['fought over and held is not retaken', 'GCGGG', 'retaken', BLUE, 1, 4, false],
    ['retaken by the incumbent', 'GNNGG', 'retaken', BLUE, 2, 4, true],
    ['retaken through fighting', 'GNCGG', 'retaken', BLUE, 2, 4, true],
    ['seized for the first time is not retaken', 'GGNNN', 'retaken', RED, 1, 4, false],
    ['retaken by the challenger', 'GNGNN', 'retaken', RED, 3, 4, true],
    ['lost by the incumbent', 'GGNNN', 'lost', BLUE, 1, 4, true],
    ['lost by one challenger to the other', 'TTnnn', 'lost', RED, 1, 4, true],
    ['which is no loss of the incumbent', 'TTnnn', 'lost', BLUE, 1, 4, false],
    ['and a gain of the other', 'TTnnn', 'seized', GREEN, 1, 4, true],
    ['changed hands, whoever did', 'TTnnn', 'changed-hands', -1, 1, 4, true],
    ['nothing changed', 'GCGCG', 'changed-hands', -1, 1, 4, false],
    ['held on the day', 'GGNGG', 'held', RED, 2, 2, true],
    ['held on another day', 'GGNGG', 'held', RED, 4, 4, false],
    ['a fresh capture is no lasting presence', 'GGGNN', 'settled', RED, 4, 4, false],
    ['a settled one is', 'GNNNT', 'settled', RED, 4, 4, true],
    ['present while it is fought over', 'GGGGC', 'present', RED, 4, 4, true],
    ['but no holder', 'GGGGC', 'held', RED, 4, 4, false],
    ['contested', 'GGGGC', 'contested', -1, 4, 4, true],
  ],
)('%s', (_, path, measure, camp, from, until, expected) => {
  expect(isTrue(path, measure, camp, from, until)).toBe(expected);
});
