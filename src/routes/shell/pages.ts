import BriefcaseBusiness from '@lucide/svelte/icons/briefcase-business';
import Database from '@lucide/svelte/icons/database';
import FileText from '@lucide/svelte/icons/file-text';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Target from '@lucide/svelte/icons/target';
import type { Component } from 'svelte';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';

/** A page of the navigation. */
export interface PageItem {
	/** First part of the path. */
	readonly key: string;
	/** The path, where that is not all of it. */
	readonly path?: string;
	/** Keys pressed one after the other. */
	readonly keys: string;
	readonly label: string;
}

/** Pages that answer one kind of question; the navigation shows the groups, and below them the pages of one. */
export interface PageGroup {
	readonly key: string;
	readonly label: string;
	readonly icon: Component<{ size?: string | number }>;
	readonly pages: readonly PageItem[];
}

/** All pages, in the order of the navigation. */
export function pageGroups(): readonly PageGroup[] {
	return [
		{
			key: 'situation',
			label: m.nav_group_situation(),
			icon: LayoutDashboard,
			pages: [
				{ key: '', keys: 'g o', label: m.nav_overview() },
				{ key: 'regions', keys: 'g r', label: regionWords().heading },
				{ key: 'industries', keys: 'g i', label: m.nav_industries() },
				{ key: 'balance', keys: 'g b', label: m.balance_nav() }
			]
		},
		{
			key: 'work',
			label: m.nav_group_work(),
			icon: BriefcaseBusiness,
			pages: [
				{ key: 'competitions', keys: 'g c', label: m.nav_competitions() },
				{ key: 'innovation', keys: 'g n', label: m.innovation_nav() },
				{ key: 'studios', keys: 'g s', label: m.studios_nav() },
				{ key: 'training', keys: 'g t', label: m.training_nav() },
				{ key: 'honours', keys: 'g h', label: m.honours_nav() }
			]
		},
		{
			key: 'progress',
			label: m.nav_group_progress(),
			icon: Target,
			pages: [
				{ key: 'targets', keys: 'g a', label: m.targets_nav() },
				{ key: 'campaigns', keys: 'g m', label: m.campaigns_nav() },
				{ key: 'metrics', keys: 'g x', label: m.metrics_nav() }
			]
		},
		{
			key: 'leaderboards',
			label: m.boards_nav_group(),
			icon: ListOrdered,
			pages: [{ key: 'leaderboards', keys: 'g p', label: m.boards_nav() }]
		},
		{
			key: 'data',
			label: m.nav_group_data(),
			icon: Database,
			pages: [
				{ key: 'quality', keys: 'g q', label: m.quality_nav() },
				{ key: 'import', keys: 'g u', label: m.wizard_title() },
				{ key: 'data', keys: 'g l', label: m.nav_ledger() },
				{ key: 'dictionary', keys: 'g d', label: m.nav_dictionary() }
			]
		},
		{
			key: 'briefing',
			label: m.wall_nav_group(),
			icon: FileText,
			pages: [
				{ key: 'briefing', keys: 'g f', label: m.briefing_nav() },
				{ key: 'wall', path: 'wall/edit', keys: 'g w', label: m.wall_nav() }
			]
		}
	];
}
