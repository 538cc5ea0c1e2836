/** Bytes of one file. */
export const maxFileBytes = 512 * 1024 * 1024;
/** Rows of one file. */
export const maxRows = 5_000_000;
/** Columns of one file. */
export const maxColumns = 512;
/** Characters of one cell. */
export const maxCellCharacters = 1024 * 1024;
/** Rows of a sheet; Excel has no more. */
export const maxSheetRows = 1_048_576;
/** Characters of one row: beyond it the file has no rows. */
export const maxRowCharacters = 8 * 1024 * 1024;
/** What a workbook may unzip to. */
export const maxUnzippedBytes = 1024 * 1024 * 1024;
/** Above this a small workbook that unzips to more than `suspiciousUnzippedBytes` is a zip bomb, not a report. */
export const maxUnzipRatio = 120;
export const suspiciousUnzippedBytes = 64 * 1024 * 1024;
/** Places of findings that a result carries; beyond, the least grave are left out and the receipt says so. */
export const maxRemarks = 100_000;
/**
 * Digits before the point of one figure: below 10^12. The tables hold 10^14, and the sums over regions and periods must
 * stay inside.
 */
export const maxFigureDigits = 12;
