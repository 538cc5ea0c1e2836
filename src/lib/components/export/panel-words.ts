import type { PictureWords } from '#lib/charts/compose-picture.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { dayText } from './day-text.ts';
import { fileTitle } from './file-title.ts';
import type { FileKind, LeavingPanel } from './leaving-panel.ts';
import { panelKind } from './panel-kind.ts';

const endings: Readonly<Record<FileKind, string>> = {
	'png-1': 'png',
	'png-2': 'png',
	'png-4': 'png',
	svg: 'svg',
	csv: 'csv',
	'csv-gb18030': 'csv',
	xlsx: 'xlsx'
};
/** A sentence in the name of a file is cut here. */
const longestSubject = 32;

/** Where a picture's figures come from: source, release with its day, and what is not as it should be. */
export function sourceLine({ facts }: Pick<LeavingPanel, 'facts'>): string {
	if (!facts) return '';
	const { source, releaseId, releasedAt, drafts, demo } = facts;
	return [
		source && m.panel_source({ source }),
		releaseId &&
			m.exports_release_line({ release: releaseId.slice(0, 12), day: releasedAt ? dayText(releasedAt) : '' }),
		drafts > 0 && m.exports_draft_line(),
		demo && m.notice_demo()
	]
		.filter(Boolean)
		.join(m.exports_joint());
}

/** The words around a chart that leaves its page. */
export function pictureWords(panel: LeavingPanel): PictureWords {
	const { title, unit, period, provisional, facts } = panel;
	const said = [facts?.place, unit && m.panel_unit({ unit }), period ?? facts?.period];
	return {
		title,
		facts: said.filter((part): part is string => !!part).join(m.exports_joint()),
		provisional: provisional ? m.panel_provisional() : null,
		source: sourceLine(panel),
		brand: m.app_name()
	};
}

/** 工榜-重庆市-参赛人次-2024年三季度-地图.png */
export function panelFileName(panel: LeavingPanel, kind: FileKind, language: Language): string {
	const { indicators, subject, title, facts, period, name } = panel;
	const about = indicators
		.slice(0, 2)
		.map((one) => one.short[language])
		.join(m.name_joint());
	const cut = [...title].slice(0, longestSubject).join('');
	const rows = panel.table?.rows.length ?? 0;
	const asPicture = kind.startsWith('png') || kind === 'svg';
	return fileTitle(
		[
			m.app_name(),
			facts?.place,
			subject ?? (about || cut),
			period ?? facts?.period,
			panelKind(name, asPicture),
			!asPicture && panel.whole > rows ? m.exports_first_name({ rows: String(rows) }) : null,
			kind === 'csv-gb18030' ? 'GB18030' : kind === 'png-2' ? '2x' : kind === 'png-4' ? '4x' : null
		],
		endings[kind]
	);
}
