import type { Bilingual } from '#lib/format/language.ts';

/** A field of a rules file: its path, what may stand there, and what it does. */
export interface FieldText {
	readonly path: string;
	/** As it is written in JSON. */
	readonly form: string;
	readonly text: Bilingual;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Every field that a rules file may have; a test holds the list to what the reader asks for. */
export const fieldTexts: readonly FieldText[] = [
	{ path: 'id', form: '"welding"', text: both('编号，必填', 'Required: its name in links') },
	{
		path: 'version',
		form: '1',
		text: both('版本，改规则时加一；缺省 1', 'Version, one more with each change; 1 if left out')
	},
	{
		path: 'title',
		form: '"焊工决赛" / {"zh": …, "en": …}',
		text: both('标题，必填；一种语言或两种', 'Required: title, once or in both languages')
	},
	{
		path: 'kind',
		form: '"measure" "rate" "medals" "points" "results" "combined" "progress"',
		text: both(
			'比什么，必填：总量、比率、奖牌、积分、成绩、综合指数、进步',
			'Required: amounts, rates, medals, points, results, a combined index, progress'
		)
	},
	{
		path: 'entity',
		form: '"region" "group" "industry" "system" "organisation" "studio" "team" "person"',
		text: both(
			'谁参评，必填：地区、片区、行业、产业工会、单位、工作室、团体、个人',
			'Required: regions, areas, industries, union systems, organisations, studios, teams, people'
		)
	},
	{
		path: 'direction',
		form: '"descending" "ascending"',
		text: both(
			'没有写 chain 时的方向；ascending 是少者在前',
			'Direction where no chain is given; ascending puts less first'
		)
	},
	{
		path: 'chain',
		form: '[{"field": "总成绩"}, {"field": "用时", "direction": "ascending"}]',
		text: both(
			'依次比较的项，缺省见各种榜；label 是榜上的名称',
			'What is compared, in order; usual chains below; label is what the board calls it'
		)
	},
	{
		path: 'groupBy',
		form: '"赛项"',
		text: both('分组的列，各组分别排名', 'Column of the groups, each ranked apart')
	},
	{
		path: 'minimumDenominator',
		form: '100',
		text: both('比率榜的最小基数，rate 必填', 'Least base of a rate; rate boards need it')
	},
	{
		path: 'medals',
		form: '["金", "银", "铜", "优胜"]',
		text: both(
			'奖项由高到低；缺省 gold silver bronze merit',
			'Awards from the highest; gold silver bronze merit if left out'
		)
	},
	{
		path: 'points',
		form: '{"金": 5, "银": 3, "铜": 2, "优胜": 1}',
		text: both('各奖项的分值，points 榜必填', 'Points by award; points boards need it')
	},
	{
		path: 'awards',
		form: '{"一等": "金", "冠军": "金"}',
		text: both('表里的奖项叫法对应哪个奖项', 'Words of the table for the awards')
	},
	{
		path: 'team',
		form: '{"best": 3, "field": "总成绩"}',
		text: both('团体：取最好几人的哪个值', 'Teams: how many of the best members, and their value')
	},
	{ path: 'team.direction', form: '"ascending"', text: both('少者为好时写明', 'Where less is better') },
	{ path: 'team.with', form: '"sum" "average"', text: both('求和（缺省）或平均', 'Sum (usual) or average') },
	{
		path: 'team.short',
		form: '"unranked" "counted"',
		text: both('人数不够：不排名（缺省）或有几人算几人', 'With too few members: no rank (usual), or counted as it is')
	},
	{
		path: 'team.places',
		form: '2',
		text: both(
			'第几名以内的个数计入，得 place1、place2，接在 chain 后面',
			'Members’ places up to this one are counted as place1, place2, after the sum'
		)
	},
	{
		path: 'team.memberChain',
		form: '[{"field": "总成绩"}]',
		text: both('个人名次怎样排，用于 places', 'How members are ranked for places')
	},
	{
		path: 'combined',
		form: '{"parts": [{"field": "参赛率", "weight": 50, "standardise": "min-max"}]}',
		text: both(
			'综合指数的组成：权重和标准化方法，都印在榜上',
			'Parts of the index: weight and standardisation, shown on the board'
		)
	},
	{
		path: 'combined.parts[].standardise',
		form: '"share-of-best" "min-max" "z"',
		text: both(
			'占最好值的比例；最低到最高之间的位置；离平均几个标准差',
			'Share of the best; place between least and most; standard deviations from the mean'
		)
	},
	{
		path: 'combined.digits',
		form: '4',
		text: both(
			'标准化值先保留几位小数；缺省不取整，用 z 时 6 位',
			'Decimals of standardised values; exact if left out, 6 with z'
		)
	},
	{
		path: 'progress',
		form: '{"minimumBase": 50}',
		text: both(
			'进步：现在的列 field（缺省 value）、上次的列 base（缺省 base）',
			'Progress from base to field (usually “base” and “value”)'
		)
	},
	{
		path: 'progress.as',
		form: '"relative" "difference"',
		text: both('增长率（缺省）或增加数', 'Share gained (usual) or plain difference')
	},
	{ path: 'progress.direction', form: '"ascending"', text: both('少者为好时写明', 'Where less is better') },
	{
		path: 'progress.minimumBase',
		form: '50',
		text: both('上次的值低于它不排名，必填', 'Required: below it there is no rank')
	},
	{
		path: 'progress.guard',
		form: '"职工数"',
		text: both('用另一列（如分母）判断是否太小', 'Another column, such as the denominator, that must reach it')
	},
	{
		path: 'eligibility',
		form: '{"column": "状态", "values": {"打星": "guest", "缺考": "absent", "取消": "cancelled"}}',
		text: both(
			'哪一列的哪个词不参评：guest、absent、cancelled、not-reported',
			'Which words of a column are guests, absent, cancelled, not reported'
		)
	},
	{
		path: 'tiers',
		form: '[{"id": "first", "label": "一等奖", "percent": 10, "cut": "all-up"}]',
		text: both('奖项名额，由高到低；count 或 percent 二选一', 'Award tiers from the highest; count or percent')
	},
	{
		path: 'tiers[].rounding',
		form: '"down" "up" "nearest"',
		text: both('比例怎样取整；缺省舍去', 'How a share becomes places; down if left out')
	},
	{
		path: 'tiers[].margin',
		form: '"2"',
		text: both(
			'与本等次最好者的第一项相差不超过它的同获，用数值的单位（比率 0.01 是 1 个百分点）；多占的名额从下一等里扣',
			'Whoever is within so much of the tier’s best in the first criterion shares it, in the value’s unit (of a rate 0.01 is a percentage point); places beyond its own come off the next'
		)
	},
	{
		path: 'tiers[].cut',
		form: '"all-up" "all-down" "by-hand"',
		text: both('并列跨线怎么办，必填', 'Required: what becomes of a tie across the cut')
	},
	{
		path: 'tiers[].decided',
		form: '[{"group": "焊工", "keys": ["W05"], "by": "评委会", "at": "2026-05-17", "note": "加赛"}]',
		text: both('人工决定的记录', 'Decisions by hand, recorded')
	},
	{
		path: 'measure',
		form: '"participations"',
		text: both('发布数据的榜：哪个指标（见指标口径）', 'For a release: the indicator')
	},
	{
		path: 'movement',
		form: '{"against": "period", "which": "2025Q3"}',
		text: both('与哪个时期（period）或发布（release）比升降', 'What movement is measured against: a period or release')
	},
	{
		path: 'freeze',
		form: '{"at": "2026-05-16T16:00:00+08:00", "version": 2}',
		text: both(
			'封榜时间（须带时区）或发布 release，二选一；version 是当时的规则版本',
			'Freeze at a time with its zone, or at a release; version is that of the rules then'
		)
	},
	{
		path: 'names',
		form: '"shown" "masked" "code"',
		text: both('个人姓名：照写、张*、只写编号', 'People’s names: as they are, masked, or the code alone')
	},
	{
		path: 'columns',
		form: '{"key": "选手编号", "name": "选手"}',
		text: both(
			'表的哪一列是什么；没有写明的项按同名的列找，key 缺省为第一列',
			'Which column is what; fields not named are columns of their name, and the key is the first column'
		)
	},
	{
		path: 'columns.group',
		form: '["竞赛编号", "赛项"]',
		text: both('几列合成一组', 'Several columns make one group')
	},
	{
		path: 'columns.event / team / award',
		form: '"赛项" / "代表队" / "奖项"',
		text: both('个人的赛项、代表谁、得什么奖', 'A member’s event, who it counts for, the award won')
	},
	{
		path: 'columns.denominator / publishedRank / at',
		form: '"职工数" / "公布名次" / "提交时间"',
		text: both(
			'基数、公布名次、成绩时间（封榜用）',
			'The base, the published rank, the time of the result (for freezes)'
		)
	},
	{
		path: 'columns.values',
		form: '{"参赛率": {"numerator": "参赛人数", "denominator": "职工数"}}',
		text: both('某项在哪一列；比率写两列', 'The column of a field; a rate is two columns')
	}
];
