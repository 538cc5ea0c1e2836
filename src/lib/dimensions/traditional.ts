/** Traditional characters met in names of places, trades and kinds, each followed by its simplified form. */
const pairs =
	'國国臺台灣湾蘇苏廣广東东陝陕慶庆雲云貴贵寧宁龍龙遼辽瀋沈陽阳漢汉門门澳澳長长濟济爾尔齊齐濱滨紹绍興兴蘭兰烏乌魯鲁倫伦蕪芜滬沪贛赣' +
	'閩闽豐丰縣县區区鄉乡鎮镇鄭郑開开島岛連连錦锦鐵铁嶺岭營营撫抚順顺義义陰阴鹽盐揚扬無无錫锡賓宾達达廈厦溫温麗丽嶼屿銅铜關关馬马鞍鞍' +
	'滁滁澤泽沂沂棗枣煙烟濰潍萊莱蕭萧臨临圖图們们遠远嘉嘉應应樂乐許许灤滦欒栾靜静懷怀張张家家從从華华蓮莲贊赞萬万歲岁衛卫豫豫鶴鹤雞鸡' +
	'雙双綏绥牡牡丹丹黃黄岡冈荊荆恩恩潛潜隨随湘湘瀏浏瀘泸綿绵廣广攀攀涼凉壩坝畢毕節节遵遵義义紅红楚楚瑪玛納纳嶽岳陸陆豬猪劍剑魚鱼鳳凤' +
	'凰凰鷹鹰潭潭撫抚績绩樅枞穎颍潁颍渦涡濠濠巢巢廬庐歙歙黟黟婁娄鄧邓鄂鄂襄襄會会稅税優优際际個个團团產产業业職职員员勞劳動动術术' +
	'藝艺書书師师級级學学徒徒農农礦矿電电氣气熱热製制造造築筑運运輸输郵邮儲储訊讯軟软務务務务計计術术環环設设療疗衛卫體体樂乐機机構构' +
	'織织際际國国營营個个資资責责聯联餘余歲岁獎奖競竞賽赛榮荣譽誉標标兵兵號号實实踐践習习訓训課课範范圍围類类層层總总額额頭头點点' +
	'協协創创講讲維维綜综單单報报傳传潔洁淨净準准則则價价賬账帳帐專专項项題题驗验稱称種种藍蓝劉刘孫孙趙赵錢钱吳吴楊杨陳陈鄒邹鄺邝' +
	'呂吕鞏巩衡衡潯浔漣涟滄沧滎荥濮濮鄢鄢鄲郸邢邢邯邯滿满薊蓟薩萨拉拉薩萨喀喀樺桦甸甸莊庄陝陕渾浑溝沟棲栖瓊琼儋儋贛赣騰腾瀾澜滇滇澧澧' +
	'靈灵靖靖鄰邻墊垫梁梁黔黔璧璧潼潼榮荣開开綦綦銀银貢贡眉眉資资閬阆儀仪隴陇涇泾渭渭鳳凤鎮镇堅坚勝胜鬆松賀贺憑凭欽钦鬱郁鬰郁';

const simplified = new Map<string, string>();
for (const [index, character] of [...pairs].entries()) {
	const next = [...pairs][index + 1];
	if (index % 2 === 0 && next && next !== character) simplified.set(character, next);
}

/** Text with traditional characters of place and trade names replaced; other characters stay. */
export function toSimplified(text: string): string {
	let result = '';
	for (const character of text) result += simplified.get(character) ?? character;
	return result;
}
