// A word or construction that says that something happened, with the verb on which it hangs.
// Invariant: token indexes are those of the whole sentence.
import type { IncidentType, Modality } from '../../model/claim.ts';
import { INCIDENT_TYPES } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';

export interface Cue extends Span {
  readonly type: IncidentType;
  readonly subtype: string | null;
  readonly from: number;
  readonly to: number;
  readonly verb: VerbGroup | null;
  readonly modality: Modality;
}

/** The lexicon writes "type|subtype"; a type alone has nothing behind the bar. */
export const typeOf = (value: string): Pick<Cue, 'type' | 'subtype'> => {
  const [name = '', subtype = ''] = value.split('|');
  const type = INCIDENT_TYPES.find((one) => one === name) ?? 'strategic development';
  return { type, subtype: subtype === '' ? null : subtype };
};

type Where = Pick<Cue, 'from' | 'to' | 'verb' | 'modality'>;

export const cueOf = ({ view }: Parse, value: string, where: Where): Cue => ({
  ...typeOf(value),
  ...where,
  start: view.tokens[where.from]?.start ?? 0,
  end: view.tokens[where.to - 1]?.end ?? 0,
});
