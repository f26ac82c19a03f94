// Which outlet was told, by the words of the report: "told Wire 7", "told us", "wrote to this newspaper", "told the Courier".

import { wordsOf } from './known-speakers.ts';
import type { Draft } from './marks.ts';
import { findOffices, namesSide } from './speaker-sides.ts';

/** Outlets that the report or the theatre knows. */
const outletsOf = ({ report, theatre }: Draft): readonly string[] =>
  [report.outlet, report.agency, ...theatre.outlets.map((outlet) => outlet.name)].filter((name) => name !== null);

const isPart = (full: string, name: string): boolean =>
  full.endsWith(` ${name}`) || full.startsWith(`${name} `) || full === name;

/** Null where nobody of the press was told: "told reporters", "told parliament", "told the president". */
export const toldOutlet = (draft: Draft, told: string | null): string | null => {
  if (told === null) return null;
  const { lexicon } = draft.theatre;
  if (wordsOf(told).some((word) => lexicon.has('ourselves', word))) return draft.report.outlet;
  const name = told.replace(/^the\s+/iu, '').replace(/['’]s\b.*$/u, '');
  if (!/^\p{Lu}/u.test(name)) return null;
  const known = outletsOf(draft).find((full) => isPart(full, name));
  if (known !== undefined) return known;
  const press = wordsOf(name).some((word) => lexicon.has('pressWords', word));
  const other =
    findOffices(name, draft.theatre).some((office) => office.class !== 'outlet') || namesSide(name, draft.theatre);
  return press || !other ? name : null;
};
