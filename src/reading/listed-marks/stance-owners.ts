// Who can want, urge or fear something: people, their bodies and their names; "the storm threatens to" tells of nobody.
import type { Bounds } from '../speakers/source-scan.ts';
import { isOfficeWord } from '../speakers/source-words.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

const PEOPLE = ['menNouns', 'peopleNouns', 'orgWords', 'institutionNouns', 'familyNouns', 'allPeople'];

/** A pronoun of persons, a name, an office, a party, or a noun for people. */
export const isSomebody = (view: SentenceView, { from, to }: Bounds): boolean => {
  if (isInAny(view, ['personPronouns', 'pluralPronouns', 'stancePronouns'], from) && to - from === 1) return true;
  if (isInAny(view, ['firstPerson', 'secondPerson'], from)) return false;
  return view.tokens
    .slice(from, to)
    .some(
      ({ text }, i) =>
        view.markAt[from + i]?.type === 'actor' ||
        isOfficeWord(view, from + i) ||
        isInAny(view, PEOPLE, from + i) ||
        isIn(view, 'stancePeople', from + i) ||
        (/^\p{Lu}/u.test(text) && (from + i > 0 || isName(view, { from, to }))),
    );
};

/** A sentence's first word has a capital in any case: a name is the whole phrase, or goes on with another capital. */
const isName = (view: SentenceView, { from, to }: Bounds): boolean =>
  to - from === 1
    ? !/s$/u.test(wordAt(view, from)) &&
      !isInAny(view, ['determiners', 'pronouns', 'commonWords', 'emptySubjects'], from)
    : /^\p{Lu}/u.test(view.tokens[from + 1]?.text ?? '');
