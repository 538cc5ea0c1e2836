import type { ClientInit } from '@sveltejs/kit';
import { getLocale, isLocale, overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { unpackAddress } from '#lib/state/packed-address.ts';

/*
 * A page speaks one language for as long as it is loaded: changing it loads the page anew. Asked of the cookies for every
 * text, it would change under a page whose neighbour changed it, and take its part of every change of filters. It is the
 * language that the server drew the page in: within a page of somebody else there may be no cookies.
 */
const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : getLocale();
overwriteGetLocale(() => locale);

/** A packed link is unpacked before the page wakes, so that nothing else is shown first. */
export const init: ClientInit = unpackAddress;
