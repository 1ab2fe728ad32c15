/** Limits of an uploaded file, as imports.md states them. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 60;
/** Excel's own limit of a cell; a longer one is no roster. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Parsing runs in a thread of its own with this heap. */
export const PARSER_MEMORY_MB = 256;
/** Waiting for the parser, in sum. */
export const PARSER_TIME_MS = 300_000;

/** Zip pre-flight: counted while inflating, never believed from a header. */
export const MAX_ZIP_ENTRIES = 1_000;
export const MAX_INFLATE_RATIO = 100;
export const MAX_INFLATED_BYTES = 400 * 1024 * 1024;
/** Small parts may be very repetitive without harm. */
export const RATIO_FREE_BYTES = 1024 * 1024;
export const MAX_SHEETS = 20;
/** Longest run of XML without a tag boundary: a cell and its escapes. */
export const MAX_XML_TOKEN = 1024 * 1024;
export const MAX_SHARED_STRINGS = 4_000_000;

/** The header is looked for in the first rows of a sheet: offices put titles above it. */
export const HEADER_SEARCH_ROWS = 20;

/** Rows that travel from the parser thread at once, and batches it may be ahead of the reader. */
export const BATCH_ROWS = 500;
export const BATCHES_AHEAD = 2;

/** Rows checked and committed in one unit of work. Twice as many are no faster, and keep everybody else waiting twice as long. */
export const CHUNK_ROWS = 500;

/** Problems listed in one answer; counts by code stay complete. */
export const MAX_PROBLEMS_LISTED = 20_000;
/** Most rows of a drop-down in the template. */
export const MAX_CHOICES_IN_TEMPLATE = 200;
export const TEMPLATE_ROWS = 2_000;
