/** Bytes of one file. */
export const maxFileBytes = 512 * 1024 * 1024;
/** Rows of one file. */
export const maxRows = 5_000_000;
/** Columns of one file. */
export const maxColumns = 512;
/** Characters of one cell. */
export const maxCellCharacters = 1024 * 1024;
/** What a workbook may unzip to. */
export const maxUnzippedBytes = 2 * 1024 * 1024 * 1024;
/** Above this a small workbook that unzips to more than `suspiciousUnzippedBytes` is a zip bomb, not a report. */
export const maxUnzipRatio = 250;
export const suspiciousUnzippedBytes = 64 * 1024 * 1024;
