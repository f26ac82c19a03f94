// How grades follow (control-method section 6), each rule with a sentence and an example; docs/rules.md is written from here.
import type { Rule } from './rules.ts';

export const GRADE_RULES: readonly Rule[] = [
  {
    name: 'interest',
    sentence:
      'A party’s word for its own holding or against the enemy’s is self-serving, for the enemy’s or its own loss against its interest; whoever has no part in the place is neutral, and so is a local officer who tells of danger.',
    example: 'The league’s spokesman: "we hold it" is one source, "we left it" another.',
  },
  {
    name: 'source',
    sentence:
      'What has one letter: a kind of voice of one side in one interest; a third party with a stake and a rumour stand apart.',
    example: 'The council’s ministry, self-serving.',
  },
  {
    name: 'checkable',
    sentence:
      'A claim meant as fact, about its own place, is checked where the words of others make it almost surely true or false on its day, and one of them speaks of that day; the start and what was said before it check nobody.',
    example: '"Retaken", after a loss, is not false for want of a second voice.',
  },
  {
    name: 'nobody checks himself',
    sentence: 'Left out of the check is what the same source says, and for a boast every boast of its camp.',
    example: 'Two spokesmen of the league do not make one of them right.',
  },
  {
    name: 'letter',
    sentence:
      'The share of checkable claims that came true, drawn to one half by four supposed claims; with too few of them the letter that the kind starts with, and the grade says so.',
    example: 'Thirty checked and all true: B.',
  },
  {
    name: 'number',
    sentence:
      'How likely the rest makes what is said, with the claim, its copies and its repeats left out; 6 where nothing else bears on it or no state makes it true or false.',
    example: 'A lone claim is a 6 whoever makes it.',
  },
  {
    name: 'grade of a cell',
    sentence:
      'That of the sentence among its supports with the best letter, then the best number; none where nothing supports.',
    example: 'An admission B1 beside a boast D1: B1.',
  },
  {
    name: 'diagonal',
    sentence:
      'How often letter and number agree is counted and told: where they mostly do, one axis is read off the other.',
    example: 'whoholds sources prints it last.',
  },
];
