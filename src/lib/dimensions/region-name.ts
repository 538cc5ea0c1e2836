/** Short forms that no rule gives. */
const irregular = new Map([
	['内蒙古自治区', '内蒙古'],
	['广西壮族自治区', '广西'],
	['西藏自治区', '西藏'],
	['宁夏回族自治区', '宁夏'],
	['新疆维吾尔自治区', '新疆'],
	['香港特别行政区', '香港'],
	['澳门特别行政区', '澳门'],
	['新疆生产建设兵团', '新疆兵团'],
	['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
	['鄂伦春自治旗', '鄂伦春旗'],
	['鄂温克族自治旗', '鄂温克旗']
]);

/** The peoples in names of autonomous prefectures and counties; a longer name before the one it contains. */
const peoples = new RegExp(
	'(?:各族|哈萨克族?|柯尔克孜族?|维吾尔族?|塔吉克族?|锡伯族?|蒙古族?|达斡尔族?|土家族|布依族|哈尼族|景颇族|傈僳族|拉祜族|布朗族|' +
		'独龙族|纳西族|普米族|仡佬族|毛南族|仫佬族|裕固族|撒拉族|保安族|东乡族|朝鲜族|鄂温克族|满族|回族|苗族|侗族|壮族|瑶族|彝族|傣族|' +
		'白族|藏族|羌族|畲族|黎族|水族|佤族|怒族|土族)$'
);

/** A name without the peoples at its end; a name that is nothing else keeps the last of them. */
function withoutPeoples(name: string): string {
	const rest = name.replace(peoples, '');
	return rest === name || rest === '' ? name.replace(/族$/, '') : withoutEnd(rest);
}

function withoutEnd(name: string): string {
	return peoples.test(name) && name.replace(peoples, '') !== '' ? withoutEnd(name.replace(peoples, '')) : name;
}

/** The everyday short form of an official name: 江苏, 延边, 积石山, 朝阳; one character keeps its suffix (忠县). */
export function shortRegionName(name: string): string {
	const known = irregular.get(name);
	if (known) return known;
	const autonomous = /^(.+?)自治[州县旗]$/.exec(name)?.[1];
	if (autonomous) return withoutPeoples(autonomous);
	const rest = name.replace(/(?:特别行政区|自治区|林区|特区|地区|新区|[省市区县旗盟])$/, '');
	return rest.length < 2 ? name : rest;
}

/** All spellings of a name without its formal parts: 恩施, 恩施州 for an autonomous prefecture, and so on. */
export function regionSpellings(name: string): string[] {
	const short = shortRegionName(name);
	const kind = /自治([州县旗])$/.exec(name)?.[1];
	const spellings = kind ? [short, `${short}${kind}`, `${short}自治${kind}`] : [short];
	if (/(?:地区|盟)$/.test(name)) spellings.push(`${short}市`);
	return [...new Set(spellings)].filter((spelling) => spelling !== name);
}
