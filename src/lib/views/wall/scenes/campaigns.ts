import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import { moved } from '../../campaigns/measured.ts';
import { byCampaignQuery, noCampaign } from '../../campaigns/queries.ts';
import { campaignRows } from '../../campaigns/rows.ts';
import { whereOf } from '../../lead.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { about, wholeScope } from '../../whole-scope.ts';
import { unitBeside } from '../../words.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { withoutEcho } from '../without-echo.ts';
import CampaignsScene from './CampaignsScene.svelte';
import { campaignsRoom } from './campaigns-room.ts';
import { wallLabel } from './wall-label.ts';

/** What a campaign has moved, in words. */
export interface WallCampaign {
	readonly key: string;
	readonly name: string;
	readonly facts: readonly {
		readonly id: string;
		readonly title: string;
		readonly value: string;
		readonly unit: string;
	}[];
}

/** The campaigns that anything is entered under. */
export interface CampaignsData {
	readonly title: string;
	readonly about: string;
	readonly campaigns: readonly WallCampaign[];
}

/** 主题行动: what each has moved. */
export const campaigns: SceneKind<CampaignsData> = {
	ask(entry, context) {
		const asked = sceneScope(entry, context);
		const shown = moved.filter((one) => context.indicators.includes(one));
		const [first] = shown;
		if (!asked || !first || asked.lists.campaigns.length === 0) return null;
		const scope = about(wholeScope(asked), first);
		const { language } = scope;
		return together({ scope, shown }, { figures: byCampaignQuery(scope, shown) }, ({ figures }) => {
			const rows = campaignRows(figures, shown, scope).filter(({ key }) => key !== noCampaign);
			const begun = rows.filter(({ kinds }) => kinds > 0);
			return {
				title: m.campaigns_lead({ place: scope.place.name, begun: begun.length, count: rows.length }),
				about: [m.campaigns_nav(), whereOf(scope), shownPeriod(scope)].join(' · '),
				campaigns: begun.slice(0, entry.rows).map(({ key, name, value }) => ({
					key,
					name,
					facts: shown.flatMap((one) => {
						const found = value(one);
						if (!found) return [];
						const [title, unit] = [one.short[language], unitBeside(one, language)];
						return [withoutEcho({ id: one.id, title, value: wallLabel(found, one, language), unit })];
					})
				}))
			};
		});
	},
	shows: (data) => data.campaigns.length > 0,
	headline: (data) => ({ title: data.title, about: data.about }),
	steps: (data, screen) => campaignsRoom(screen, data.campaigns).pages,
	path: () => '/campaigns',
	component: CampaignsScene
};
