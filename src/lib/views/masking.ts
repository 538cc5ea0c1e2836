export { maskName } from '#lib/format/masked-name.ts';
