/** The part of yauzl 3 that the pre-flight uses; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    relativeOffsetOfLocalHeader: number;
    generalPurposeBitFlag: number;
    compressionMethod: number;
    isEncrypted(): boolean;
    canDecodeFileData(): boolean;
  }

  export interface ZipFile {
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    readLocalFileHeaderPromise(entry: Entry): Promise<{ fileDataStart: number; fileName: Buffer }>;
    close(): void;
  }

  const yauzl: {
    fromBufferPromise(
      buffer: Buffer,
      options: { lazyEntries: true; decodeStrings?: boolean; validateEntrySizes?: boolean; strictFileNames?: boolean },
    ): Promise<ZipFile>;
  };
  export default yauzl;
}
