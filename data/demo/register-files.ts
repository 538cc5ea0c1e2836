import { competitionHeaders, makeCompetitions } from './competitions.ts';
import {
	honourHeaders,
	innovationHeaders,
	makeHonours,
	makeInnovations,
	makeTrainings,
	trainingHeaders
} from './other-registers.ts';
import type { RegisterContext } from './register-context.ts';
import { makeResults, resultHeaders } from './results.ts';
import { studioHeaders, type Studio } from './studios.ts';
import type { Cell, FileFormat, TableFile } from './table-files.ts';

const years = [2023, 2024, 2025, 2026];

function register(
	name: string,
	format: FileFormat,
	title: string | null,
	headers: readonly string[],
	rows: readonly (readonly Cell[])[]
): TableFile {
	return { name, format, rows: [...(title ? [[`${title}（示例数据）`]] : []), [...headers], ...rows] };
}

/** Headers in the profile’s words for its places. */
const inWords = (headers: readonly string[], { regionHeader }: RegisterContext): readonly string[] =>
	headers.map((header) => (regionHeader && /^(地区|区划)$/.test(header) ? regionHeader : header));

/** The headers of a register whose rows end with their theme where the profile has rules for these. */
const themed = (headers: readonly string[], context: RegisterContext): readonly string[] =>
	context.themes ? [...inWords(headers, context), '主题'] : inWords(headers, context);

/** Rows cut into files of equal size, as separate offices send them. */
function portions<T>(rows: readonly T[], count: number): T[][] {
	const size = Math.ceil(rows.length / count);
	return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size)).filter(
		(part) => part.length > 0
	);
}

/** All registers of a profile as files. */
export function registerFiles(seed: string, context: RegisterContext, studios: readonly Studio[]): TableFile[] {
	const files: TableFile[] = [];
	const competitions = makeCompetitions(seed, context);
	const formats: FileFormat[] = ['gb18030', 'utf8-bom', 'xlsx', 'utf8-bom'];
	years.forEach((year, index) => {
		const rows = competitions.filter((one) => one.year === year).map((one) => one.row);
		files.push(
			register(
				`竞赛/${year}年竞赛台账`,
				formats[index]!,
				index % 2 === 0 ? `${year}年劳动和技能竞赛台账` : null,
				inWords(competitionHeaders, context),
				rows
			)
		);
	});
	const lists = makeResults(seed, context, competitions);
	for (const year of years) {
		const own = lists.filter((list) => list.competition.year === year);
		const finals = own.filter((list) => list.competition.level === '国家一类').slice(0, 12);
		const others = own.filter((list) => !finals.includes(list));
		const rows = others.flatMap((list) => list.rows);
		files.push(
			register(
				`成绩/${year}年成绩册`,
				year % 2 === 0 ? 'utf8-bom' : 'gb18030',
				null,
				inWords(resultHeaders, context),
				rows
			)
		);
		if (finals.length > 0) {
			files.push(
				register(
					`成绩/${year}年国家一类竞赛成绩册`,
					'xlsx',
					`${year}年国家级一类竞赛成绩册`,
					inWords(resultHeaders, context),
					finals.flatMap((list) => list.rows)
				)
			);
		}
	}
	const [ordinary, academies] = [
		studios.filter((studio) => !studio.academy),
		studios.filter((studio) => studio.academy)
	];
	portions(ordinary, context.studioFiles).forEach((part, index) =>
		files.push(
			register(
				`工作室/创新工作室台账（${index + 1}）`,
				index % 2 === 0 ? 'gb18030' : 'utf8-bom',
				'劳模和工匠人才创新工作室台账',
				themed(studioHeaders, context),
				part.map((studio) => studio.row)
			)
		)
	);
	files.push(
		register(
			'工作室/工匠学院名录',
			'xlsx',
			'工匠学院名录',
			themed(studioHeaders, context),
			academies.map((studio) => studio.row)
		)
	);
	portions(makeInnovations(seed, context), 2).forEach((part, index) =>
		files.push(
			register(
				`创新成果/创新成果台账（${index + 1}）`,
				index === 0 ? 'utf8-bom' : 'gb18030',
				index === 0 ? null : '职工创新成果台账',
				themed(innovationHeaders, context),
				part
			)
		)
	);
	portions(makeTrainings(seed, context), 2).forEach((part, index) =>
		files.push(
			register(
				`培训/培训台账（${index + 1}）`,
				index === 0 ? 'gb18030' : 'utf8-bom',
				'职工技能培训台账',
				inWords(trainingHeaders, context),
				part
			)
		)
	);
	const honours = makeHonours(seed, context);
	files.push(
		register(
			'荣誉/荣誉台账',
			'xlsx',
			'荣誉台账',
			themed(honourHeaders, context),
			honours.slice(0, Math.ceil(honours.length / 2))
		)
	);
	files.push(
		register(
			'荣誉/荣誉台账（补报）',
			'gb18030',
			null,
			themed(honourHeaders, context),
			honours.slice(Math.ceil(honours.length / 2))
		)
	);
	return files;
}
