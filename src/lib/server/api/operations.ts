import type { Bilingual } from '#lib/format/language.ts';
import { dimensionTitles } from '#lib/indicators/dictionary.ts';
import { dimensionNames } from '#lib/release/question/question.ts';
import type { Parameter } from './parameters.ts';
import { listOf, objectOf, text, type Schema } from './schemas.ts';
import * as bodies from './schemas.ts';

/** One address: what it answers, what may be asked, what comes back. */
export interface Operation {
	readonly id: string;
	/** With `{name}` for the parts that vary. */
	readonly path: string;
	readonly title: Bilingual;
	readonly about: Bilingual;
	readonly inPath: readonly Parameter[];
	readonly parameters: readonly Parameter[];
	readonly body: Schema;
	readonly csv?: boolean;
	readonly example: string;
}

const release: Parameter = {
	name: 'release',
	about: {
		zh: '发布的编号；不写时为该方案（profile）最新的发布',
		en: 'Id of a release; without it the newest of the profile'
	},
	schema: { type: 'string', pattern: '^[0-9a-f]{16}$' },
	example: '0123456789abcdef'
};
const profile: Parameter = {
	name: 'profile',
	about: {
		zh: '方案（单位）；不写时为发布列表中的第一个',
		en: 'The profile (organisation); without it the first that is listed'
	},
	schema: { type: 'string', pattern: '^[a-z0-9-]{1,40}$' },
	example: 'chongqing'
};
const which = [profile, release];
const language: Parameter = {
	name: 'lang',
	about: { zh: '名称和说明的语言', en: 'Language of names and sentences' },
	schema: { type: 'string', enum: ['zh', 'en'], default: 'zh' }
};
const format: Parameter = {
	name: 'format',
	about: {
		zh: 'json，或带 BOM 的 csv；以 = + - @ 开头的文字前加撇号，电子表格不会当公式执行',
		en: 'json, or csv with a BOM; text that begins with = + - @ has an apostrophe before it, so that no spreadsheet runs it'
	},
	schema: { type: 'string', enum: ['json', 'csv'], default: 'json' }
};
const encoding: Parameter = {
	name: 'encoding',
	about: { zh: 'csv 的编码；gb18030 不带 BOM', en: 'Encoding of csv; gb18030 has no BOM' },
	schema: { type: 'string', enum: ['utf-8', 'gb18030'], default: 'utf-8' }
};
const paging: readonly Parameter[] = [
	{
		name: 'limit',
		about: { zh: '一次至多几行', en: 'At most so many rows at once' },
		schema: { type: 'integer', minimum: 1, maximum: 50_000, default: 10_000 }
	},
	{
		name: 'offset',
		about: {
			zh: '从第几行起，从 0 数；还有下一页时，响应头 Link 给出其地址（rel="next"）',
			en: 'From which row on, counted from 0; where there is a next page, the header Link names it (rel="next")'
		},
		schema: { type: 'integer', minimum: 0, default: 0 }
	}
];
const table = [format, encoding, ...paging, language];

const memberText = { type: 'string', maxLength: 120 } as const;
const narrowing: readonly Parameter[] = dimensionNames
	.filter((name) => name !== 'period')
	.map((name) => ({
		name,
		about: {
			zh: `只要这一${dimensionTitles[name].zh}，写代码或名称${name === 'region' ? '；不写时为本级' : ''}`,
			en: `Only this ${dimensionTitles[name].en}, by code or name${name === 'region' ? '; without it the home region' : ''}`
		},
		schema: memberText,
		...(name === 'region' ? { example: '500000' } : {})
	}));

const pageText = (name: string, zh: string, en: string, pattern: string): Parameter => ({
	name,
	about: { zh, en },
	schema: { type: 'string', pattern }
});
const printed = '^[^<>]{1,120}$';
const boardFilters: readonly Parameter[] = [
	pageText(
		'period',
		'时期，如 2024、2024H1、2024Q3、2024-05；不写时为报到的最新一期',
		'Period, such as 2024, 2024H1, 2024Q3, 2024-05; without it the latest that reports reach',
		'^[0-9HQ/-]{4,15}$'
	),
	pageText('region', '其下级参加排名的地区', 'The region whose parts are ranked', '^(?:group:)?[A-Za-z0-9-]{1,40}$'),
	{
		name: 'level',
		about: { zh: '哪一级参加排名', en: 'Which level is ranked' },
		schema: { type: 'string', enum: ['children', 'province', 'prefecture', 'county'], default: 'children' }
	},
	pageText('industry', '只算这一行业', 'Only this industry', '^[A-T](?:[0-9]{2})?$'),
	pageText('system', '只算这一产业工会', 'Only this union system', '^[a-z0-9-]{1,60}$'),
	pageText('ownership', '只算这一所有制', 'Only this ownership', '^[a-z0-9-]{1,40}$'),
	pageText('grade', '只算这一级别', 'Only this level', '^[a-z0-9-]{1,40}$'),
	pageText('kind', '只算这一种类', 'Only this kind', printed),
	pageText('campaign', '只算这一主题', 'Only this campaign', printed),
	{
		name: 'compare',
		about: { zh: '名次变化与哪一期比', en: 'The period that movement is measured against' },
		schema: { type: 'string', enum: ['yoy', 'previous', 'ytd', 'none'], default: 'yoy' }
	}
];

/** Every address of the interface. Requests are checked by this list, and the documents are written from it. */
export const operations = {
	index: {
		id: 'index',
		path: '/api/v1',
		title: { zh: '目录', en: 'Index' },
		about: { zh: '这里有什么，各在哪里。', en: 'What there is, and where.' },
		inPath: [],
		parameters: [],
		body: bodies.index,
		example: '/api/v1'
	},
	releases: {
		id: 'releases',
		path: '/api/v1/releases',
		title: { zh: '发布', en: 'Releases' },
		about: {
			zh: '服务器上的全部发布，每个方案新的在前；newest 为真的是当前的。',
			en: 'Every release of this server, of each profile the newest first; newest marks the current one.'
		},
		inPath: [],
		parameters: [],
		body: objectOf({ releases: listOf(bodies.release) }),
		example: '/api/v1/releases'
	},
	datapackage: {
		id: 'datapackage',
		path: '/api/v1/releases/{release}/datapackage.json',
		title: { zh: '数据包描述', en: 'Data package' },
		about: {
			zh: 'Frictionless 数据包：发布的文件、表、字段和校验值，文件地址可直接下载。',
			en: 'A Frictionless data package: files, tables, fields and hashes of a release; the paths can be fetched as they are.'
		},
		inPath: [{ ...release, required: true, about: { zh: '发布的编号', en: 'Id of the release' } }],
		parameters: [],
		body: bodies.datapackage,
		example: '/api/v1/releases/0123456789abcdef/datapackage.json'
	},
	indicators: {
		id: 'indicators',
		path: '/api/v1/indicators',
		title: { zh: '指标', en: 'Indicators' },
		about: {
			zh: '指标的口径，两种语言：定义、公式、单位、方向、来源、可按什么分列；answered 为真的在该发布中有数。',
			en: 'What each indicator means, in both languages: definition, formula, unit, direction, source, what it can be split by; answered marks those that the release has figures of.'
		},
		inPath: [],
		parameters: which,
		body: objectOf({ release: text, profile: text, indicators: listOf(bodies.indicator) }),
		example: '/api/v1/indicators?profile=chongqing'
	},
	observations: {
		id: 'observations',
		path: '/api/v1/observations',
		title: { zh: '数值', en: 'Observations' },
		about: {
			zh: '一个指标的数值，与命令 gongbang query 相同：value 是准确值，单位见 unit；display 是公文写法；缺的为空，从不为 0。按地区分列时，先是该地区，再是其下级。',
			en: 'The figures of one indicator, the same as gongbang query gives: value is exact and in the unit given, display as offices print it; what is missing is empty, never 0. By region: the region itself, then its parts.'
		},
		inPath: [],
		parameters: [
			{
				name: 'indicator',
				about: { zh: '指标的编号、名称或统计指标名', en: 'Id or title of an indicator, or the name of a metric' },
				schema: memberText,
				required: true,
				example: 'coverage'
			},
			{
				name: 'by',
				about: { zh: '按什么分列，几个用逗号隔开', en: 'What to split by, several with commas' },
				schema: { type: 'string', enum: dimensionNames },
				list: true,
				example: 'region,period'
			},
			{
				name: 'period',
				about: {
					zh: '时期：2024、2024H1、2024Q3、2024-05，或报表上的写法；不写时为报到的最新一期',
					en: 'Period: 2024, 2024H1, 2024Q3, 2024-05 or as written in reports; without it the latest that reports reach'
				},
				schema: memberText,
				example: '2024'
			},
			...narrowing,
			...which,
			...table
		],
		body: bodies.observations,
		csv: true,
		example: '/api/v1/observations?indicator=coverage&by=region&period=2024&format=csv'
	},
	boards: {
		id: 'boards',
		path: '/api/v1/boards',
		title: { zh: '榜单', en: 'Boards' },
		about: {
			zh: '该发布的榜单及其规则；单场竞赛的榜单不列出，按编号可以取。',
			en: 'The boards of a release with their rules; those of single competitions are not listed and can be asked for by id.'
		},
		inPath: [],
		parameters: which,
		body: objectOf({ release: text, profile: text, boards: listOf(bodies.boardHead) }),
		example: '/api/v1/boards?profile=chongqing'
	},
	board: {
		id: 'board',
		path: '/api/v1/boards/{board}',
		title: { zh: '榜单的名次', en: 'A board' },
		about: {
			zh: '一个榜单的名次，与页面相同，按公布的规则；姓名按规则遮盖。格式与命令 gongbang board 相同。',
			en: 'The ranking of one board, the same as its page shows, by the published rules; names are masked as the rules say. The format is that of gongbang board.'
		},
		inPath: [
			{
				name: 'board',
				about: { zh: '榜单的编号', en: 'Id of the board' },
				schema: memberText,
				required: true,
				example: 'region-participants'
			}
		],
		parameters: [...boardFilters, ...which, ...table],
		body: bodies.board,
		csv: true,
		example: '/api/v1/boards/region-participants?period=2024&format=csv'
	},
	openapi: {
		id: 'openapi',
		path: '/api/v1/openapi.json',
		title: { zh: '接口说明（OpenAPI 3.1）', en: 'This interface as OpenAPI 3.1' },
		about: { zh: '由同一份参数声明生成。', en: 'Made from the very declarations that requests are checked by.' },
		inPath: [],
		parameters: [],
		body: { type: 'object' },
		example: '/api/v1/openapi.json'
	}
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;
