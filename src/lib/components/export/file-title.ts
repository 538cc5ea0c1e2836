/** A name has at most so many characters, its ending included. */
export const longestName = 120;

/** What file systems refuse, what breaks a line and what turns the reading direction. */
const refused = /[\\/:*?"<>|\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name of a file that says what is inside: 工榜-重庆市-参赛人次-2024年三季度-地图.png. Parts that say nothing or repeat the one
 * before are left out; the longest part gives way where all would be too long.
 */
export function fileTitle(parts: readonly (string | null | undefined)[], ending: string): string {
	const clean = parts
		.map((part) => (part ?? '').toWellFormed().replaceAll(refused, '-').replaceAll(/-{2,}/g, '-'))
		.map((part) => part.replaceAll(/^[-.\s]+|[-.\s]+$/gu, ''))
		.filter((part, index, all) => part !== '' && !all.slice(0, index).includes(part));
	const room = longestName - [...ending].length - 1 - Math.max(0, clean.length - 1);
	const lengthOf = (names: readonly string[]) => names.reduce((sum, name) => sum + [...name].length, 0);
	while (lengthOf(clean) > room) {
		const longest = clean.reduce(
			(at, name, index) => ([...name].length > [...(clean[at] ?? '')].length ? index : at),
			0
		);
		clean[longest] = [...(clean[longest] ?? '')]
			.slice(0, -1)
			.join('')
			.replace(/[-.]+$/, '');
	}
	const name = clean.filter(Boolean).join('-');
	return `${name === '' || devices.test(name) ? `_${name}` : name}.${ending}`;
}
