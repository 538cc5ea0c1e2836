import type { Bilingual } from '#lib/format/language.ts';

/** What may be wrong with a hand-over pack. */
export type PackCode =
	| 'not_a_pack'
	| 'truncated'
	| 'damaged'
	| 'missing'
	| 'extra'
	| 'name'
	| 'encrypted'
	| 'newer'
	| 'other_format'
	| 'wrong_release'
	| 'too_large';

type Sentence = (detail: string) => Bilingual;

const sentences: Readonly<Record<PackCode, Sentence>> = {
	not_a_pack: () => ({
		zh: '这不是工榜的交接包（.gongbang）。请确认选对了文件，或请对方重新导出。',
		en: 'This is no hand-over pack of Gongbang (.gongbang). Check that it is the right file, or ask for it to be made again.'
	}),
	truncated: () => ({
		zh: '交接包不完整，末尾缺了一部分，多半是复制中断。请重新复制。',
		en: 'The pack is not whole: its end is missing, most likely because copying was interrupted. Copy it again.'
	}),
	damaged: (name) => ({
		zh: `交接包中的 ${name} 与记录的校验值不符，文件已损坏或被改动。请重新复制，或请对方重新导出。`,
		en: `${name} in the pack is not what its hash says: it is damaged or was changed. Copy the file again, or ask for it to be made again.`
	}),
	missing: (name) => ({
		zh: `交接包缺少 ${name}，不能使用。请对方重新导出。`,
		en: `The pack lacks ${name} and cannot be used. Ask for it to be made again.`
	}),
	extra: (name) => ({
		zh: `交接包里多出清单上没有的 ${name}，可能被改动过，没有打开。请对方重新导出。`,
		en: `The pack holds ${name}, which its list does not name; it may have been changed, so it was not opened. Ask for it to be made again.`
	}),
	name: (name) => ({
		zh: `交接包里有不该有的文件名“${name}”，没有打开。请向来源核实。`,
		en: `The pack holds a file by the name “${name}”, which none may have; it was not opened. Ask where it comes from.`
	}),
	encrypted: () => ({
		zh: '交接包加了密码，不能打开。请对方导出不加密的交接包。',
		en: 'The pack is encrypted and cannot be opened. Ask for one without a password.'
	}),
	newer: (version) => ({
		zh: `交接包的格式是 ${version}，比本程序新。请先更新工榜。`,
		en: `The pack is of format ${version}, newer than this program. Update Gongbang first.`
	}),
	other_format: (format) => ({
		zh: `交接包里的数据是格式 ${format}，本程序不能读。请用同一版本的工榜重新生成。`,
		en: `The data in the pack is of format ${format}, which this program does not read. Have it built by the same version of Gongbang.`
	}),
	wrong_release: (name) => ({
		zh: `交接包里的 ${name} 属于另一个发布，与清单不符，没有打开。请对方重新导出。`,
		en: `${name} in the pack belongs to another release than its list says; it was not opened. Ask for it to be made again.`
	}),
	too_large: () => ({
		zh: '数据超过 4 GB，装不进一个交接包。请直接复制发布文件夹。',
		en: 'The data is larger than the 4 GB that a pack holds. Copy the folder of the release instead.'
	})
};

/** A pack that cannot be used, or not be made, with a sentence for the person who holds it. */
export class PackProblem extends Error {
	override readonly name = 'PackProblem';
	readonly code: PackCode;
	readonly text: Bilingual;

	constructor(code: PackCode, detail = '') {
		const text = sentences[code](shown(detail));
		super(text.en);
		this.code = code;
		this.text = text;
	}
}

/** A name out of somebody's file, as it can stand in a sentence. */
function shown(text: string): string {
	const seen = text.replaceAll(/\p{C}/gu, '�');
	return seen.length > 60 ? `${seen.slice(0, 60)}…` : seen;
}
