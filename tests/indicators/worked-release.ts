import type { Connector } from '#lib/engine/connector.ts';
import { createViews } from '#lib/release/views.ts';
import { batch, build, profile } from '../release/fixture.ts';

/*
 * A release of one year, 2024, small enough to add up by hand. Region 1 has the provinces 11 (prefectures 111 with
 * county 1111, and 112) and 12. Reports come from the provinces, entries of registers from below them.
 */
const summary = `period,region,ownership,units_total,units_competing,workers_total,participants,participations,suggestions,suggestions_adopted,suggestions_implemented,tech_innovations,inventions,patents,methods,five_small,economic_benefit,studios,academies,trainees,skilled_workers,high_skilled
	2024,11,,100,40,20000,5000,8000,400,200,150,30,6,12,8,50,2000000,9,1,3000,4000,1000
	2024,12,,60,20,10000,1000,1500,100,60,30,12,3,6,2,10,400000.5,5,1,900,1000,300
	2024,11,private,50,10,,,,,,,,,,,,,,,,,
	2024,12,private,30,14,,,,,,,,,,,,,,,,,`;

// J3 began in 2023 and counts for nothing here.
const competitions = `competition_id,name,kind,level,start_date,units,participants,participations,promoted,budget,region,industry,union_system
	J1,示例赛一,skills,municipal,2024-03-10,5,100,120,6,6000,1111,C13,railway
	J2,示例赛二,labour,provincial-1,2024-07-01,10,300,380,4,14000,112,E,
	J3,示例赛三,skills,county,2023-06-01,2,50,50,1,500,12,,`;

// Of J1: all five kinds of standing, one of them out of competition; of J2: prizes instead of medals.
const results = `competition_id,event,entrant_id,award,level_promoted,status,region,org_unit,team
	J1,焊工,1,gold,senior,official,1111,示例甲厂,
	J1,焊工,2,silver,,official,1111,示例乙厂,
	J1,焊工,3,bronze,technician,official,1111,示例甲厂,
	J1,焊工,4,merit,,official,1111,,示例丙队
	J1,焊工,5,,,official,1111,示例乙厂,
	J1,焊工,6,gold,,guest,1111,示例乙厂,
	J2,钳工,1,first,senior,,112,示例甲厂,
	J2,钳工,2,second,,,112,示例丁厂,
	J2,钳工,3,merit,,,112,,
	J2,钳工,4,third,,,12,示例戊厂,`;

// S3 is an academy; S4 was named in 2025 and is not there at the end of 2024.
const studios = `studio_id,kind,name,level,founded,members,projects,patents,transferred,economic_benefit,trained,subsidy,region
	S1,model-worker,示例一,national,2022-05-01,10,4,5,2,100000,50,20000,1111
	S2,craftsman,示例二,municipal,2024-02-01,8,6,3,2,50000.5,30,5000,112
	S3,academy,示例三,provincial,2023-09-01,20,0,0,0,0,400,30000,12
	S4,worker,示例四,provincial,2025-01-01,5,1,2,1,10000,10,1000,12`;

const innovations = `innovation_id,kind,submitted,adopted,implemented,economic_benefit,region
	I1,suggestion,2024-01-10,2024-02-01,2024-03-01,30000,1111
	I2,tech-innovation,2024-05-05,2024-06-01,,,112
	I3,suggestion,2024-08-08,,,,12
	I4,small-invention,2024-09-01,2024-09-10,2024-10-01,10000.5,12`;

// T5 does not say how many it certified, T6 says 0 of a kind that certifies nobody.
const trainings = `training_id,kind,skill_level,period,enrolled,attendances,certified,degrees,subsidy,region
	T1,skills,senior,2024Q1,20,60,12,,6000,1111
	T2,drill,junior,2024Q2,10,10,5,,,112
	T3,degree,,2024Q3,30,90,,18,45000,12
	T4,cloud-class,,2024Q4,100,200,,,,12
	T5,skills,,2024Q4,40,40,,,,12
	T6,mentoring,,2024Q4,7,7,0,,900,12`;

// H1 stands for two honours of women at the front line, H4 says nothing of its recipient.
const honours = `honour_id,honour,level,year,recipient_type,gender,front_line,count,region
	H1,may-day-medal,provincial,2024,person,female,yes,2,1111
	H2,pioneer,national,2024,group,,,,112
	H3,expert,municipal,2024,person,male,no,1,12
	H4,expert,municipal,2024,person,,,1,12`;

const metrics = `indicator,region,period,value,unit
	示例站点,11,2024,3,个
	示例站点,12,2024,4,个`;

/** Builds the release in memory and gives its tables their unqualified names. */
export async function workedRelease(connector: Connector): Promise<void> {
	const declared = { indicator: '示例站点', title: { zh: '示例站点', en: 'Example points' }, unit: 'count' };
	await build(
		connector,
		[
			batch('summary', summary),
			batch('competitions', competitions),
			batch('results', results),
			batch('studios', studios),
			batch('innovations', innovations),
			batch('trainings', trainings),
			batch('honours', honours),
			batch('metrics', metrics)
		],
		profile({ metrics: [{ ...declared, kind: 'stock', additive: true, aliases: [] }] })
	);
	await createViews(connector);
}
