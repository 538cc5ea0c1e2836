import type { CodeItem } from './dataset.ts';

function item(code: string, zh: string, en: string, aliases = ''): CodeItem {
	return { code, title: { zh, en }, aliases: aliases.split(' ').filter(Boolean) };
}

/** Kinds of competitions. */
export const competitionKinds: readonly CodeItem[] = [
	item('labour', '劳动竞赛', 'Labour competition', '劳动 劳动和技能竞赛 引领性劳动竞赛 重点工程劳动竞赛'),
	item(
		'skills',
		'技能竞赛',
		'Skills competition',
		'技能 技能大赛 职业技能竞赛 职业技能大赛 技术比武 技能比武 岗位技能竞赛 技能比赛'
	),
	item('ankang-cup', '安康杯', 'Ankang Cup (work safety)', '“安康杯” 安康杯竞赛 “安康杯”竞赛 安全生产竞赛')
];

/** Awards of a competition. Medals and prizes of a grade stay apart; boards decide what they count. */
export const awards: readonly CodeItem[] = [
	item('gold', '金奖', 'Gold', '金 金牌 冠军'),
	item('silver', '银奖', 'Silver', '银 银牌 亚军'),
	item('bronze', '铜奖', 'Bronze', '铜 铜牌 季军'),
	item('first', '一等奖', 'First prize', '一等 1等奖 一等级 壹等奖'),
	item('second', '二等奖', 'Second prize', '二等 2等奖 贰等奖'),
	item('third', '三等奖', 'Third prize', '三等 3等奖 叁等奖'),
	item('merit', '优胜奖', 'Merit', '优胜 优秀奖 优秀 鼓励奖 入围奖')
];

/** Standing of an entry in a result list. */
export const resultStatuses: readonly CodeItem[] = [
	item('official', '正式', 'Official', '正常 有效 正式选手 参赛'),
	item('guest', '非正式', 'Out of competition', '打星 非正式(打星) 打星选手 非正式选手 表演赛 *'),
	item('absent', '缺考', 'Absent', '缺席 缺赛 未参赛 弃权 弃赛'),
	item('cancelled', '取消', 'Disqualified', '取消资格 取消成绩 违纪 作弊 成绩无效 无效')
];

/** Kinds of studios and other platforms. `academy` is counted on its own. */
export const studioKinds: readonly CodeItem[] = [
	item(
		'model-worker',
		'劳模工作室',
		'Model worker studio',
		'劳模创新工作室 劳模 劳模和工匠人才创新工作室 劳模工匠创新工作室 劳模工匠工作室'
	),
	item('craftsman', '工匠工作室', 'Craftsman studio', '工匠创新工作室 工匠 工匠人才创新工作室 技能大师工作室'),
	item('worker', '职工工作室', 'Worker studio', '职工创新工作室 职工'),
	item('team', '班组工作室', 'Team studio', '班组创新工作室 班组'),
	item('alliance', '联盟', 'Studio alliance', '工作室联盟 创新工作室联盟 劳模工匠创新联盟'),
	item('academy', '工匠学院', 'Craftsman academy', '学院 劳模工匠学院 职工学院'),
	item('training-base', '实训基地', 'Training base', '基地 职工实训基地 培训基地 技能实训基地')
];

/** Administrative level at which a platform or an honour was named. */
export const namingLevels: readonly CodeItem[] = [
	item('national', '国家级', 'National', '全国 国家 全国级 国级'),
	item('provincial', '省级', 'Provincial', '省 省部级 省市级 直辖市级 自治区级 省(市)级'),
	item('municipal', '市级', 'Municipal', '市 地市级 市州级 地级市'),
	item('county', '县区级', 'County or district', '区县级 县级 区级 县 区 县区 区县 县(区)级 区(县)级'),
	item('enterprise', '企业级', 'Enterprise', '企业 公司级 集团级 单位级 基层 厂级')
];

/** How a studio works. */
export const studioModes: readonly CodeItem[] = [
	item('online', '线上', 'Online', '网上'),
	item('onsite', '线下', 'On site', '现场'),
	item('both', '线上线下结合', 'Online and on site', '线上线下 线上+线下 线上、线下 结合 混合')
];

/** Kinds of innovations; the five 小 belong to mass innovation (五小). */
export const innovationKinds: readonly CodeItem[] = [
	item('suggestion', '合理化建议', 'Rationalisation proposal', '合建 合理化'),
	item('tech-innovation', '技术革新', 'Technical innovation', '技术创新 技改'),
	item('tech-cooperation', '技术协作', 'Technical cooperation', '技术合作'),
	item('invention', '发明创造', 'Invention', '发明 专利发明'),
	item('research', '科技攻关', 'Research project', '技术攻关 攻关'),
	item('small-invention', '小发明', 'Small invention'),
	item('small-creation', '小创造', 'Small creation'),
	item('small-innovation', '小革新', 'Small innovation', '小改革 小改造'),
	item('small-design', '小设计', 'Small design'),
	item('small-suggestion', '小建议', 'Small suggestion')
];

/** Kinds of training. */
export const trainingKinds: readonly CodeItem[] = [
	item('skills', '技能培训', 'Skills training', '职业技能培训 技术培训 技能提升培训'),
	item('drill', '岗位练兵', 'Workplace drill', '练兵 岗位练兵活动'),
	item('online-drill', '网上练兵', 'Online drill', '线上练兵 网络练兵'),
	item('mentoring', '师带徒', 'Mentoring', '名师带徒 师徒结对 导师带徒'),
	item('degree', '求学圆梦', 'Degree programme', '求学圆梦行动 学历提升'),
	item('cloud-class', '云课堂', 'Online class', '网络课堂 线上课堂')
];

/** Honours. */
export const honourKinds: readonly CodeItem[] = [
	item(
		'national-model-worker',
		'全国劳模',
		'National model worker',
		'全国劳动模范 全国先进工作者 全国劳动模范和先进工作者 劳动模范'
	),
	item('may-day-certificate', '五一劳动奖状', 'May Day labour certificate', '全国五一劳动奖状 奖状'),
	item('may-day-medal', '五一劳动奖章', 'May Day labour medal', '全国五一劳动奖章 奖章'),
	item(
		'may-day-women',
		'五一巾帼',
		'May Day women pacesetter',
		'五一巾帼奖 五一巾帼标兵 五一巾帼标兵岗 五一巾帼奖状 五一巾帼奖章 全国五一巾帼'
	),
	item('pioneer', '工人先锋号', 'Workers’ pioneer team', '全国工人先锋号 先锋号'),
	item('great-craftsman', '大国工匠', 'Craftsman of the nation', '大国工匠年度人物'),
	item('finest-worker', '最美职工', 'Finest worker', '最美劳动者'),
	item('local-craftsman', '地方工匠', 'Local craftsman', '工匠 省级工匠 市级工匠 巴渝工匠 陇原工匠 上海工匠'),
	item('pacesetter', '标兵', 'Pacesetter', '技术标兵 业务标兵 技能标兵'),
	item('expert', '能手', 'Skilled hand', '技术能手 业务能手 岗位能手')
];

/** Whether an honour went to one person or to several. */
export const recipientTypes: readonly CodeItem[] = [
	item('person', '个人', 'Person', '先进个人'),
	item('group', '集体', 'Group', '单位 先进集体 团队 班组')
];

/** Of people only; groups leave it empty. */
export const genders: readonly CodeItem[] = [
	item('female', '女', 'Woman', '女性 女职工'),
	item('male', '男', 'Man', '男性')
];

/** The answer to a question of a form. */
export const yesOrNo: readonly CodeItem[] = [
	item('yes', '是', 'Yes', '有 √ 一线 一线职工 Y'),
	item('no', '否', 'No', '无 × 非一线 N')
];

/** Whether a target is a floor or a ceiling. */
export const targetDirections: readonly CodeItem[] = [
	item('at-least', '≥', 'At least', '>= 不低于 不少于 达到 以上 大于等于 > 至少'),
	item('at-most', '≤', 'At most', '<= 不高于 不超过 以下 小于等于 < 至多')
];
