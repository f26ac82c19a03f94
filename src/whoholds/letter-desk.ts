// The letters of all sources as known at a moment: made from every cell of the ledger, once for each of its states.
// Invariant: nothing known later than the moment is in them; a large ledger has those of its kept state or the starting ones.
import { cutEvidence } from '../assessment/assess.ts';
import type { Listening } from '../assessment/coverage.ts';
import type { Ground } from '../assessment/ground.ts';
import { type Letters, lettersFrom, NO_HISTORY } from '../assessment/letters.ts';
import { cellsOf, lendersOf } from '../assessment/scopes.ts';
import { recordOf, type TrackRecord } from '../assessment/track-record.ts';
import { prepare } from '../assessment/view.ts';
import type { Cell, Evidence, Moment } from '../model/control.ts';
import type { Instant } from '../model/time.ts';
import { LARGE_LEDGER } from './derived-control.ts';
import type { EvidenceByPlace } from './gather-evidence.ts';

type Known = Omit<Moment, 'on'>;

export interface LetterSources {
  readonly ground: Ground;
  /** All evidence of one state of the ledger, and how well a cell's province was listened to by a moment. */
  readonly whole: (seq: number) => Promise<{
    readonly evidence: EvidenceByPlace;
    readonly heardIn: (cell: Cell, asOf: Instant | null) => Listening;
  }>;
  /** The letters kept beside a large ledger, as all is known now; null where none are. */
  readonly kept: () => Promise<Letters | null>;
  readonly lastSeq: () => Promise<number>;
}

export class LetterDesk {
  readonly #sources: LetterSources;
  #seq: number | null = null;
  #byMoment = new Map<Instant | null, Letters>();

  constructor(sources: LetterSources) {
    this.#sources = sources;
  }

  async at({ asOf, seq }: Known): Promise<Letters> {
    if (seq >= LARGE_LEDGER) return this.#ofLarge({ asOf, seq });
    if (this.#seq !== seq) this.#byMoment = new Map();
    this.#seq = seq;
    const letters = this.#byMoment.get(asOf) ?? (await this.#make({ asOf, seq }));
    this.#byMoment.set(asOf, letters);
    return letters;
  }

  async #ofLarge({ asOf, seq }: Known): Promise<Letters> {
    if (asOf !== null || seq !== (await this.#sources.lastSeq())) return NO_HISTORY;
    return (await this.#sources.kept()) ?? NO_HISTORY;
  }

  async #make({ asOf, seq }: Known): Promise<Letters> {
    const { ground, whole } = this.#sources;
    const { evidence, heardIn } = await whole(seq);
    const known = new Map([...evidence].map(([place, all]) => [place, cutEvidence(all, { asOf, seq })]));
    const near = (cell: Cell): readonly Evidence[] =>
      lendersOf(cell, ground.gazetteer).flatMap((place) => known.get(place) ?? []);
    const cells = cellsOf([...known.values()].flat(), ground.gazetteer);
    const records = cells.map(
      (cell): TrackRecord => recordOf(prepare(ground, { cell, heard: heardIn(cell, asOf) }, near(cell))),
    );
    return lettersFrom(records);
  }
}
