/** Traditional characters met in names of places, trades and kinds, each followed by its simplified form. */
const pairs =
	'國国臺台灣湾蘇苏廣广東东陝陕慶庆雲云貴贵寧宁龍龙遼辽瀋沈陽阳漢汉門门長长濟济爾尔齊齐濱滨紹绍興兴蘭兰烏乌魯鲁倫伦蕪芜滬沪贛赣閩闽豐丰縣县區区鄉乡鎮镇鄭郑開开島岛連连錦锦鐵铁嶺岭營营' +
	'撫抚順顺義义陰阴鹽盐揚扬無无錫锡賓宾達达廈厦溫温麗丽嶼屿銅铜關关馬马澤泽棗枣煙烟濰潍萊莱蕭萧臨临圖图們们遠远應应樂乐許许灤滦欒栾靜静懷怀張张從从華华蓮莲贊赞萬万歲岁衛卫鶴鹤雞鸡雙双' +
	'綏绥黃黄岡冈荊荆潛潜隨随瀏浏瀘泸綿绵涼凉壩坝畢毕節节紅红瑪玛納纳嶽岳陸陆豬猪劍剑魚鱼鳳凤鷹鹰績绩樅枞穎颍潁颍渦涡廬庐婁娄鄧邓會会稅税優优際际個个團团產产業业職职員员勞劳動动術术藝艺' +
	'書书師师級级學学農农礦矿電电氣气熱热製制築筑運运輸输郵邮儲储訊讯軟软務务計计環环設设療疗體体機机構构織织資资責责聯联餘余獎奖競竞賽赛榮荣譽誉標标號号實实踐践習习訓训課课範范圍围類类' +
	'層层總总額额頭头點点協协創创講讲維维綜综單单報报傳传潔洁淨净準准則则價价賬账帳帐專专項项題题驗验稱称種种藍蓝劉刘孫孙趙赵錢钱吳吴楊杨陳陈鄒邹鄺邝呂吕鞏巩潯浔漣涟滄沧滎荥鄲郸滿满薊蓟' +
	'薩萨樺桦莊庄渾浑溝沟棲栖瓊琼騰腾瀾澜靈灵鄰邻墊垫銀银貢贡閬阆儀仪隴陇涇泾堅坚勝胜鬆松賀贺憑凭欽钦鬱郁鬰郁';

const simplified = new Map<string, string>();
for (let index = 0; index < pairs.length; index += 2) simplified.set(pairs.charAt(index), pairs.charAt(index + 1));

/** Text with traditional characters of place and trade names replaced; other characters stay. */
export function toSimplified(text: string): string {
	let result = '';
	for (const character of text) result += simplified.get(character) ?? character;
	return result;
}
