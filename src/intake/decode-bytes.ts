// Bytes to text: byte order mark, then valid UTF-8, then what the carrier or the page declares, then what the bytes look like.
// Invariant: a wrong declaration never wins over bytes that are valid UTF-8; what cannot be decoded is refused or noted.
import { done, type Note, type NoteCode, type Outcome, type RefusalCode, refused } from '../model/outcome.ts';
import { late } from './load-late.ts';
import { mendEncoding } from './mend-encoding.ts';
import { binaryForm, MARKS, startsWith, unmarkedUtf16 } from './sniff-bytes.ts';

const chardet = late<typeof import('chardet')>('chardet');
const iconv = late<typeof import('iconv-lite')>('iconv-lite');

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** What the bytes came in. */
export interface Carrier {
  readonly file: string;
  /** The encoding that a header of HTTP or of a mail declares; it goes before what the page itself names. */
  readonly charset?: string | null;
}

const refuse = (code: RefusalCode, file: string, reason: string): Outcome<never> =>
  refused({
    code,
    stage: 'intake',
    reason,
    report: null,
    file,
    span: null,
    expected: ['text or HTML in UTF-8, UTF-16 or a declared encoding'],
  });

/** As browsers do: what calls itself Latin-1 or ASCII is Windows-1252, whose quotes and dashes stand where Latin-1 has controls. */
const knownEncoding = (name: string | undefined): string | null => {
  if (name === undefined || !iconv().encodingExists(name)) return null;
  return /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(name) ? 'windows-1252' : name.toLowerCase();
};

/** The encoding that the page itself names, in its head. */
const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1];
  return knownEncoding(name);
};

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // converted: the caller goes on with the next encoding
  }
};

/** Characters that were lost in decoding, and characters beyond ASCII that were not. */
const countMarks = (text: string): { lost: number; wide: number } => {
  let lost = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) lost += 1;
    else if (unit > 127) wide += 1;
  }
  return { lost, wide };
};

/** UTF-8 with a few broken bytes (a cut file, a bad splice) is still UTF-8 where whole characters outnumber the broken. */
const damagedUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const { lost, wide } = countMarks(text);
  return wide > 2 * lost ? text : null;
};

// Percent of certainty that a guess needs: against plain Western text more than where that would be nonsense.
const SURE = { ofText: 60, ofGarbled: 25 };

/** Words of accented letters alone ("Ãîðîä âçÿò") are no language's: the text is of another script. */
const isGarbled = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const accented = text.match(/[\u00c0-\u00ff]{3,}/g)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  return letters > 0 && accented > letters * 0.2;
};

/** The encoding by the frequencies of its letters; Windows-1252 where none is sure enough. */
const seenEncoding = (sample: Uint8Array, garbled: boolean): string => {
  const seen = chardet()
    .analyse(sample)
    .find(({ name }) => !/^(UTF|ISO-2022)/.test(name) && iconv().encodingExists(name));
  const least = garbled ? SURE.ofGarbled : SURE.ofText;
  return seen === undefined || seen.confidence < least || /^ISO-8859-1$/i.test(seen.name)
    ? 'windows-1252'
    : seen.name.toLowerCase();
};

const guessedEncoding = (bytes: Uint8Array, form: 'text' | 'html', carrier: Carrier): string => {
  const told = [knownEncoding(carrier.charset ?? undefined), form === 'html' ? declaredEncoding(bytes) : null];
  const declared = told.find((encoding) => encoding !== null && !/^utf-?(8|16|32)/.test(encoding)) ?? null;
  if (declared !== null && declared !== 'windows-1252') return declared;
  const sample = bytes.subarray(0, 65_536);
  const garbled = isGarbled(iconv().decode(sample, 'windows-1252'));
  return declared === 'windows-1252' && !garbled ? declared : seenEncoding(sample, garbled);
};

const decodeUnmarked = (bytes: Uint8Array, form: 'text' | 'html', carrier: Carrier): Decoded => {
  const whole = strictUtf8(bytes);
  if (whole !== null) return { text: whole, encoding: 'utf-8' };
  const damaged = damagedUtf8(bytes);
  if (damaged !== null) return { text: damaged, encoding: 'utf-8' };
  const encoding = guessedEncoding(bytes, form, carrier);
  return { text: iconv().decode(bytes, encoding), encoding };
};

const note = (code: NoteCode, message: string): Note => ({ code, message, span: null });

const judge = ({ text, encoding }: Decoded, file: string): Outcome<Decoded> => {
  const mended = mendEncoding(text.toWellFormed());
  const decoded = { text: mended.text, encoding };
  const { lost } = countMarks(decoded.text);
  if (lost * 10 > decoded.text.length)
    return refuse(
      'unreadable-encoding',
      file,
      `${lost} of ${decoded.text.length} characters of ${file} could not be decoded as ${decoded.encoding}.`,
    );
  const notes = [
    ...(lost === 0
      ? []
      : [
          note(
            'bytes-replaced',
            `${lost} characters could not be decoded as ${decoded.encoding} and are shown as \ufffd`,
          ),
        ]),
    ...(mended.count === 0
      ? []
      : [note('encoding-mended', `${mended.count} characters had been decoded wrongly before and were put right`)]),
  ];
  return done(decoded, notes);
};

/** Decodes an item's bytes. Refusals: `binary-file`, `unreadable-encoding`. Note `bytes-replaced` where a few bytes were lost. */
export const decodeBytes = (bytes: Uint8Array, form: 'text' | 'html', carrier: Carrier): Outcome<Decoded> => {
  const { file } = carrier;
  const sample = bytes.subarray(0, 65_536);
  const mark = MARKS.find(({ head }) => startsWith(bytes, head));
  const encoding = mark?.encoding ?? unmarkedUtf16(sample);
  if (encoding !== null && encoding !== undefined && encoding !== 'utf-8')
    return judge({ text: iconv().decode(bytes, encoding), encoding }, file);
  const binary = binaryForm(bytes, sample);
  if (binary !== null) return refuse('binary-file', file, `${file} is ${binary}, not text.`);
  return judge(decodeUnmarked(bytes, form, carrier), file);
};
