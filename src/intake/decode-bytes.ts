// Bytes to text: byte order mark, then valid UTF-8, then what the carrier or the page declares, then what the bytes look like.
// Invariant: a wrong declaration never wins over bytes that are valid UTF-8; what cannot be decoded is refused or noted.
import { done, type Note, type Outcome, type RefusalCode, refused } from '../model/outcome.ts';
import { late } from './load-late.ts';

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

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);

const MARKS: readonly { readonly head: readonly number[]; readonly encoding: string }[] = [
  { head: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { head: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { head: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { head: [0xff, 0xfe], encoding: 'utf-16le' },
  { head: [0xfe, 0xff], encoding: 'utf-16be' },
];

// Forms that are met under a wrong name, by their first bytes.
const BINARY_HEADS: readonly { readonly head: readonly number[]; readonly form: string }[] = [
  { head: [0x25, 0x50, 0x44, 0x46], form: 'a PDF file' },
  { head: [0x50, 0x4b, 3, 4], form: 'a ZIP archive or an office document' },
  { head: [0x1f, 0x8b], form: 'a gzip archive' },
  { head: [0x89, 0x50, 0x4e, 0x47], form: 'a PNG picture' },
  { head: [0xff, 0xd8, 0xff], form: 'a JPEG picture' },
  { head: [0x47, 0x49, 0x46, 0x38], form: 'a GIF picture' },
];

/** UTF-16 without a mark shows as a zero in every second byte of Latin text. */
const unmarkedUtf16 = (sample: Uint8Array): string | null => {
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (half >= 4 && odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return half >= 4 && even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
};

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

const binaryForm = (bytes: Uint8Array, sample: Uint8Array): string | null => {
  const known = BINARY_HEADS.find(({ head }) => startsWith(bytes, head));
  if (known) return known.form;
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return sample.includes(0) || controls > sample.length / 50 ? 'a file of control bytes' : null;
};

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

const guessedEncoding = (bytes: Uint8Array, form: 'text' | 'html', carrier: Carrier): string => {
  const declared = [knownEncoding(carrier.charset ?? undefined), form === 'html' ? declaredEncoding(bytes) : null];
  const followed = declared.find((encoding) => encoding !== null && !/^utf-?(8|16|32)/.test(encoding));
  if (followed !== undefined && followed !== null) return followed;
  const seen = chardet()
    .analyse(bytes.subarray(0, 65_536))
    .find(({ name }) => !/^(UTF|ISO-2022)/.test(name) && iconv().encodingExists(name));
  return seen === undefined || seen.confidence < 60 || /^ISO-8859-1$/i.test(seen.name)
    ? 'windows-1252'
    : seen.name.toLowerCase();
};

const decodeUnmarked = (bytes: Uint8Array, form: 'text' | 'html', carrier: Carrier): Decoded => {
  const whole = strictUtf8(bytes);
  if (whole !== null) return { text: whole, encoding: 'utf-8' };
  const damaged = damagedUtf8(bytes);
  if (damaged !== null) return { text: damaged, encoding: 'utf-8' };
  const encoding = guessedEncoding(bytes, form, carrier);
  return { text: iconv().decode(bytes, encoding), encoding };
};

const judge = ({ text, encoding }: Decoded, file: string): Outcome<Decoded> => {
  const decoded = { text: text.toWellFormed(), encoding };
  const { lost } = countMarks(decoded.text);
  if (lost * 10 > decoded.text.length)
    return refuse(
      'unreadable-encoding',
      file,
      `${lost} of ${decoded.text.length} characters of ${file} could not be decoded as ${decoded.encoding}.`,
    );
  const notes: Note[] =
    lost === 0
      ? []
      : [
          {
            code: 'bytes-replaced',
            message: `${lost} characters could not be decoded as ${decoded.encoding} and are shown as \ufffd`,
            span: null,
          },
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
