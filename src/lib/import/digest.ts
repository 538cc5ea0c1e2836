export { sha256, sha256Plain } from '#lib/format/sha256.ts';
