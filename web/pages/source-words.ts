// Where something stood and who said it, as the pages tell it.

import { capital } from '../../src/drawing/words.ts';
import type { SpeakerSide } from '../../src/model/actor.ts';
import type { Attribution } from '../../src/model/claim.ts';
import type { When } from '../../src/model/time.ts';
import { type Child, make } from '../elements.ts';
import { type PageMoment, reportAddress } from '../page-links.ts';
import { sideNumberOf, sideWords, whenWords } from '../said.ts';
import { words } from '../words.ts';
import type { World } from '../world.ts';

/** Pieces side by side, each in its own direction: a name in Latin letters does not drag a date along in a line that runs left. */
export const apart = (pieces: readonly (string | null)[]): readonly Child[] =>
  pieces
    .filter((each) => each !== null)
    .flatMap((piece, at) => (at === 0 ? [make('bdi', {}, piece)] : [' · ', make('bdi', {}, piece)]));

/** A side's words in its colour. */
export const sideTag = (sides: readonly SpeakerSide[], world: World): HTMLElement => {
  const number = sideNumberOf(sides, world);
  return make('span', { class: number === null ? 'side' : `side side-text-${number}` }, sideWords(sides, world));
};

type Voice = Pick<Attribution, 'speaker' | 'role' | 'sides'>;

/** The name, else the office, else the outlet where it speaks itself. */
export const voiceName = ({ speaker, role, sides }: Voice, outlet: string | null): string => {
  if (speaker !== null) return speaker;
  if (role !== null) return capital(role);
  return sides.includes('outlet') ? (outlet ?? words().evidence.theReport) : words().evidence.byNobody;
};

export interface Stood {
  readonly id: string;
  readonly outlet: string | null;
  readonly published?: When;
}

/** "Kabul Now, 23 June 2021", a link to the report. */
export const sourceLink = ({ id, outlet, published }: Stood, moment: PageMoment): HTMLElement => {
  const day = published === undefined ? null : whenWords(published);
  return make('a', { href: reportAddress(id, moment) }, ...apart([outlet ?? words().evidence.outletUnknown, day]));
};

/** An address of the web as a link, when it is one; anything else stays words. Opening it is the reader's own act. */
export const webLink = (address: string): Child => {
  const isOfWeb = URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
  return isOfWeb ? make('a', { href: address, rel: 'noreferrer noopener nofollow external' }, address) : address;
};
