const mark = '示例';
const collective = /队|公司|集团|工会|工厂|厂$|站$|所$|院$|中心|班组|车间|学校|代表|联队|team|union|company/i;
const marked = /^[\s（(【[]*示例[\s）)】\]·:：_-]*|[\s（(【[]*示例[\s）)】\]]*$/g;

/**
 * A person's name as it may stand on a page that gets shared: 张三 → 张*, John Smith → J*. Teams and organisations are no
 * persons and keep their names, as do numbered stand-ins (示例选手000123, 示例职工00012). The 示例 mark of invented people stays.
 */
export function maskName(name: string | null): string | null {
	const trimmed = name?.trim() ?? '';
	if (trimmed === '') return null;
	if (collective.test(trimmed)) return trimmed;
	const invented = trimmed.includes(mark);
	const bare = invented ? trimmed.replaceAll(marked, '').replaceAll(mark, '').trim() : trimmed;
	if (invented && /^(?:选手|职工)\s*\d+$/.test(bare)) return trimmed;
	const first = [...bare][0];
	if (first === undefined) return trimmed;
	return `${first}*${invented ? `（${mark}）` : ''}`;
}
