import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { MAX_INFLATE_RATIO, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, RATIO_FREE_BYTES } from '../limits.js';
import { FileRefusal, refuse } from './refusal.js';

const LOCAL_HEADER_BYTES = 30;
/** CRC and two sizes, with or without a signature, of four or eight bytes each. */
const DATA_DESCRIPTOR_BYTES = new Set([0, 12, 16, 20, 24]);
const HAS_DATA_DESCRIPTOR = 0x8;
const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** Kept from one chunk to the next, so that a word split between them is found. */
const OVERLAP_BYTES = 16;

const CONTENT_TYPES = '[Content_Types].xml';
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** A zip whose every entry has been inflated and counted once. */
export interface CheckedZip {
  has(name: string): boolean;
  names(): string[];
  /** inflated again, as a stream of buffers */
  read(name: string): Promise<AsyncIterable<Buffer>>;
}

/** What an old Office container is: a workbook behind a password, or the format of 1997. */
export const refuseOldContainer = (content: Buffer): FileRefusal =>
  refuse(content.includes(ENCRYPTED_PACKAGE) ? 'FILE_ENCRYPTED' : 'FILE_LEGACY');

/** Every byte of the file must belong to exactly one entry of the directory: what a reader by local headers would see is the same. */
async function refuseHiddenEntries(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let expected = 0;
  for (const [index, entry] of byPlace.entries()) {
    const gap = entry.relativeOffsetOfLocalHeader - expected;
    const before = byPlace[index - 1];
    const described = before !== undefined && (before.generalPurposeBitFlag & HAS_DATA_DESCRIPTOR) !== 0;
    if (gap !== 0 && !(described && DATA_DESCRIPTOR_BYTES.has(gap))) throw refuse('FILE_REJECTED');
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (local.fileName.toString('utf8').replaceAll('\\', '/') !== entry.fileName) throw refuse('FILE_REJECTED');
    expected = local.fileDataStart + entry.compressedSize;
  }
  if (entries.length > 0 && expected < LOCAL_HEADER_BYTES) throw refuse('FILE_REJECTED');
}

class Inflated {
  private total = 0;

  /** Inflates one entry, counts, and looks for what a roster never holds. */
  async examine(zip: ZipFile, entry: Entry): Promise<void> {
    const isXml = /\.(?:xml|rels|vml)$/i.test(entry.fileName);
    let size = 0;
    let tail = Buffer.alloc(0);
    const stream = await zip.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (size === 0) this.refuseByMagic(chunk, isXml);
        size += chunk.length;
        this.total += chunk.length;
        if (this.total > MAX_INFLATED_BYTES) throw refuse('FILE_BOMB');
        if (size > RATIO_FREE_BYTES && size > entry.compressedSize * MAX_INFLATE_RATIO) throw refuse('FILE_BOMB');
        if (!isXml) continue;
        if (entry.fileName === CONTENT_TYPES && chunk.includes('macroEnabled')) throw refuse('FILE_MACROS');
        const seen = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
        if (seen.includes('<!DOCTYPE') || seen.includes('<!ENTITY')) throw refuse('FILE_REJECTED');
        tail = Buffer.from(chunk.subarray(Math.max(0, chunk.length - OVERLAP_BYTES)));
      }
    } finally {
      stream.destroy();
    }
  }

  private refuseByMagic(chunk: Buffer, isXml: boolean): void {
    if (chunk.subarray(0, 4).equals(ZIP_MAGIC)) throw refuse('FILE_REJECTED');
    if (chunk.subarray(0, 4).equals(OLE_MAGIC)) throw refuse('FILE_REJECTED');
    // A DTD written in UTF-16 would escape the search below.
    if (isXml && UTF16_MARKS.some((mark) => chunk.subarray(0, 2).equals(mark))) throw refuse('FILE_REJECTED');
  }
}

function refuseByNames(entries: readonly Entry[]): void {
  const names = entries.map((entry) => entry.fileName.toLowerCase());
  if (new Set(names).size < names.length) throw refuse('FILE_REJECTED');
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw refuse('FILE_MACROS');
  if (names.includes('xl/workbook.bin')) throw refuse('FILE_LEGACY');
  if (!names.includes('xl/workbook.xml')) throw refuse('FILE_NOT_WORKBOOK');
  if (names.some((name) => name.startsWith('xl/externallinks/'))) throw refuse('FILE_REJECTED');
  if (names.some((name) => /\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|exe|dll|js|jar)$/.test(name)))
    throw refuse('FILE_REJECTED');
  if (names.some((name) => name.startsWith('xl/embeddings/') || name.startsWith('xl/activex/')))
    throw refuse('FILE_REJECTED');
}

/**
 * Looks at a workbook before any parser does: entries, names, what each really inflates to, DTDs, nested archives, macros,
 * links to other files.
 *
 * @throws FileRefusal FILE_NOT_WORKBOOK FILE_ENCRYPTED FILE_LEGACY FILE_MACROS FILE_BOMB FILE_REJECTED
 */
export async function checkZip(content: Buffer): Promise<CheckedZip> {
  try {
    return await examined(content);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    const lies = /too many bytes|not enough bytes|size mismatch/i.test((error as Error).message);
    throw refuse(lies ? 'FILE_BOMB' : 'FILE_REJECTED');
  }
}

async function examined(content: Buffer): Promise<CheckedZip> {
  const zip = await yauzl.fromBufferPromise(content, {
    lazyEntries: true,
    decodeStrings: true,
    validateEntrySizes: true,
    strictFileNames: false,
  });
  if (zip.entryCount > MAX_ZIP_ENTRIES) throw refuse('FILE_BOMB');
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  if (entries.some((entry) => entry.isEncrypted())) throw refuse('FILE_ENCRYPTED');
  refuseByNames(entries);
  if (entries.some((entry) => !entry.canDecodeFileData())) throw refuse('FILE_REJECTED');
  await refuseHiddenEntries(zip, entries);
  const inflated = new Inflated();
  for (const entry of entries) await inflated.examine(zip, entry);

  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    has: (name) => byName.has(name),
    names: () => [...byName.keys()],
    read: async (name) => {
      const entry = byName.get(name);
      if (entry === undefined) throw refuse('FILE_REJECTED');
      return zip.openReadStreamPromise(entry);
    },
  };
}
