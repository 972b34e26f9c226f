export type { AssetFile, Assets, NavigationItem, Site, View } from '#platform/web/view.ts';
