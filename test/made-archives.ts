// Archives, mails and documents of our own making, byte by byte, so that the tests can also make bad ones.
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Content = string | Uint8Array;
const bytesOf = (content: Content): Buffer => Buffer.from(typeof content === 'string' ? utf8(content) : content);

export interface ZipMember {
  readonly name: string;
  readonly content: Content;
  readonly stored?: boolean;
  /** General purpose flags: 1 = locked. */
  readonly flags?: number;
  readonly method?: number;
  /** Rights and kind, as Unix has them: 0o120777 is a link. */
  readonly mode?: number;
}

interface Laid {
  readonly local: Buffer;
  readonly central: Buffer;
}

const layMember = (member: ZipMember, offset: number): Laid => {
  const content = bytesOf(member.content);
  const packed = member.stored ? content : deflateRawSync(content);
  const name = Buffer.from(member.name, 'utf8');
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE((member.flags ?? 0) | 0x800, 2);
  shared.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((member.mode ?? 0o100_644) * 65_536, 6);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), shared, tail, name]),
  };
};

export const zipOf = (members: readonly ZipMember[]): Uint8Array => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = layMember(member, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
};

export interface TarMember {
  readonly name: string;
  readonly content: Content;
  /** '0' a file, '2' a symbolic link, '5' a folder. */
  readonly type?: string;
}

const tarHeader = ({ name, type }: TarMember, size: number): Buffer => {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100, 'utf8');
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('14000000000\0', 136);
  header.write('        ', 148);
  header.write(type ?? '0', 156);
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
};

export const tarOf = (members: readonly TarMember[]): Uint8Array => {
  const blocks = members.flatMap((member) => {
    const content = bytesOf(member.content);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return [tarHeader(member, content.length), content, padding];
  });
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
};

export const tarGzOf = (members: readonly TarMember[]): Uint8Array => new Uint8Array(gzipSync(tarOf(members)));

export interface WarcRecordMade {
  readonly type: string;
  readonly url: string;
  readonly date?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly block: Content;
}

export const warcRecord = ({ type, url, date, headers = {}, block }: WarcRecordMade): Buffer => {
  const content = bytesOf(block);
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${crc32(`${type}${url}${date}`).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000>`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date ?? '2021-06-23T10:00:00Z'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')]);
};

/** An answer of HTTP as a block. */
export const answerOf = (body: Content, headers: Readonly<Record<string, string>> = {}, status = '200 OK'): Buffer => {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  const lines = [`HTTP/1.1 ${status}`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytesOf(body)]);
};

export const responseRecord = (
  url: string,
  body: Content,
  more: { headers?: Record<string, string>; status?: string; warc?: Record<string, string>; date?: string } = {},
): Buffer =>
  warcRecord({
    type: 'response',
    url,
    ...(more.date === undefined ? {} : { date: more.date }),
    headers: { 'Content-Type': 'application/http; msgtype=response', ...more.warc },
    block: answerOf(body, more.headers, more.status),
  });

/** In chunks of HTTP, each of at most `size` bytes. */
export const chunkedOf = (body: Content, size = 7): Buffer => {
  const content = bytesOf(body);
  const parts: Buffer[] = [];
  for (let at = 0; at < content.length; at += size) {
    const part = content.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
};

/** Each record packed by itself, as crawlers do. */
export const packedWarc = (records: readonly Buffer[]): Uint8Array =>
  new Uint8Array(Buffer.concat(records.map((record) => gzipSync(record))));

/** A PDF of pages of lines; a line is words at a height, in a size. */
export interface PdfWords {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

const pdfText = (text: string): string => text.replace(/[\\()]/g, (one) => `\\${one}`);

const streamOf = (words: readonly PdfWords[]): string =>
  words
    .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${pdfText(text)}) Tj ET`)
    .join('\n');

const asStream = (content: Buffer, filter: string): string =>
  `<< /Length ${content.length}${filter} >>\nstream\n${content.toString('latin1')}\nendstream`;

export interface PdfMade {
  readonly title?: string;
  /** Packed streams, as nearly all makers write them; `twice` as only an attacker does. */
  readonly packed?: 'once' | 'twice';
}

const packStream = (text: string, packed: PdfMade['packed']): string => {
  if (packed === undefined) return asStream(Buffer.from(text, 'latin1'), '');
  const once = deflateSync(Buffer.from(text, 'latin1'));
  return packed === 'once'
    ? asStream(once, ' /Filter /FlateDecode')
    : asStream(deflateSync(once), ' /Filter [/FlateDecode /FlateDecode]');
};

export const pdfOf = (pages: readonly (readonly PdfWords[])[], { title = '', packed }: PdfMade = {}): Uint8Array => {
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((words, i) => {
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
        packStream(streamOf(words), packed),
      ];
    }),
    `<< /Title (${pdfText(title)}) /CreationDate (D:20210623101500+04'30') >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  const written = `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
  return new Uint8Array(Buffer.from(written, 'latin1'));
};
