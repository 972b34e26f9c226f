/** Every URL of the area, written once. Ids are UUIDs: anything else is not found before it reaches the database. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const id = `:id${uuid}` as const;
const flowPart = ':part{questions|topics|desks|beside|situations}';
const confirm = '/confirm/:token{[A-Za-z0-9_-]{43}}';

/** For everybody. */
export const findPaths = {
  find: path('/find'),
  service: path(`/services/${id}`),
  serviceQr: path(`/services/${id}/qr.svg`),
  suggest: path(`/services/${id}/suggest`),
  suggestNew: path('/services/suggest'),
  places: path('/places'),
  placesMap: path('/places/map'),
  placesData: path('/places/places.json'),
  organisation: path(`/organisations/${id}`),
} as const;

export const navigatorPaths = {
  start: path('/navigator'),
  packet: path('/navigator/packet'),
  /** Answered by the consultations: a talk that begins with these answers. */
  talk: path('/navigator/talk'),
} as const;

/** Mailed links: who holds one may confirm or mend one entry. */
export const confirmationPaths = {
  confirm: path(confirm),
  unchanged: path(`${confirm}/unchanged`),
  capacity: path(`${confirm}/capacity`),
  /** hours, phone, text, more */
  mend: path(`${confirm}/:part{hours|phone|text|more}`),
} as const;

export const staffDirectoryPaths = {
  home: path('/staff/directory'),
  list: path('/staff/directory/services'),
  newService: path('/staff/directory/new/:kind{scheme|desk|group|place}'),
  service: path(`/staff/directory/services/${id}`),
  part: path(
    `/staff/directory/services/${id}/edit/:part{basics|audience|contact|hours|places|applying|access}`,
  ),
  channelHours: path(`/staff/directory/services/${id}/edit/hours/:channel${uuid}`),
  preview: path(`/staff/directory/services/${id}/preview`),
  publish: path(`/staff/directory/services/${id}/publish`),
  withdraw: path(`/staff/directory/services/${id}/withdraw`),
  seal: path(`/staff/directory/services/${id}/seal`),
  unseal: path(`/staff/directory/services/${id}/unseal`),
  verify: path(`/staff/directory/services/${id}/verify`),
  capacity: path(`/staff/directory/services/${id}/capacity`),
  move: path(`/staff/directory/services/${id}/move`),
  discard: path(`/staff/directory/services/${id}/discard`),
  history: path(`/staff/directory/services/${id}/history`),
  version: path(`/staff/directory/services/${id}/history/:version{[0-9]{1,9}}`),
  restore: path(`/staff/directory/services/${id}/history/:version{[0-9]{1,9}}/restore`),
  reviewIntervals: path('/staff/directory/review-intervals'),
  organisations: path('/staff/directory/organisations'),
  organisation: path(`/staff/directory/organisations/${id}`),
  confirmationAddress: path(`/staff/directory/organisations/${id}/address`),
  propose: path(
    `/staff/directory/services/${id}/propose/:part{basics|audience|contact|hours|places|applying|access}`,
  ),
  proposals: path('/staff/directory/proposals'),
  proposal: path(`/staff/directory/proposals/${id}`),
  acceptProposal: path(`/staff/directory/proposals/${id}/accept`),
  acceptSuggestion: path(`/staff/directory/proposals/${id}/draft`),
  declineProposal: path(`/staff/directory/proposals/${id}/decline`),
  holidays: path('/staff/directory/holidays'),
  holidayRestore: path('/staff/directory/holidays/:date{[0-9]{4}-[0-9]{2}-[0-9]{2}}/restore'),
  freshness: path('/staff/directory/freshness'),
  confirmEntry: path(`/staff/directory/freshness/${id}/confirm`),
  entryCapacity: path(`/staff/directory/freshness/${id}/capacity`),
  sendLink: path(`/staff/directory/freshness/${id}/link`),
  withdrawLinks: path(`/staff/directory/freshness/${id}/withdraw`),
  imports: path('/staff/directory/imports'),
  export: path('/staff/directory/imports/export'),
  importRun: path(`/staff/directory/imports/${id}`),
  applyImport: path(`/staff/directory/imports/${id}/apply`),
  dropImport: path(`/staff/directory/imports/${id}/drop`),
  navigator: path('/staff/directory/navigator'),
  navigatorDraft: path('/staff/directory/navigator/draft'),
  navigatorDiscard: path('/staff/directory/navigator/discard'),
  navigatorPublish: path('/staff/directory/navigator/publish'),
  navigatorPreview: path('/staff/directory/navigator/preview'),
  navigatorVersion: path('/staff/directory/navigator/versions/:version{[0-9]{1,9}}'),
  navigatorPart: path(`/staff/directory/navigator/${flowPart}`),
  navigatorItem: path(`/staff/directory/navigator/${flowPart}/:at{[0-9]{1,3}|new}`),
  navigatorItemUp: path(`/staff/directory/navigator/${flowPart}/:at{[0-9]{1,3}}/up`),
  navigatorItemRemove: path(`/staff/directory/navigator/${flowPart}/:at{[0-9]{1,3}}/remove`),
  navigatorTable: path('/staff/directory/navigator/tables/:name{[a-zA-Z0-9_-]{1,60}}'),
  wordGroups: path('/staff/directory/words'),
  wordGroup: path('/staff/directory/words/:code{[a-z0-9-]{1,60}}'),
  wordGroupRemove: path('/staff/directory/words/:code{[a-z0-9-]{1,60}}/remove'),
  wordGroupRestore: path('/staff/directory/words/:code{[a-z0-9-]{1,60}}/restore'),
  unmet: path('/staff/directory/unmet'),
} as const;

export const hsdsPaths = {
  root: path('/hsds'),
  services: path('/hsds/services'),
  service: path(`/hsds/services/${id}`),
  organizations: path('/hsds/organizations'),
  organization: path(`/hsds/organizations/${id}`),
  serviceAtLocations: path('/hsds/service_at_locations'),
  serviceAtLocation: path(`/hsds/service_at_locations/${id}`),
  taxonomies: path('/hsds/taxonomies'),
  taxonomy: path(`/hsds/taxonomies/${id}`),
  taxonomyTerms: path('/hsds/taxonomy_terms'),
  taxonomyTerm: path(`/hsds/taxonomy_terms/${id}`),
  openapi: path('/api/openapi.json'),
} as const;

export const openDataPaths = {
  catalogue: path('/opendata'),
  api: path('/opendata/api'),
  dataPackage: path('/opendata/datapackage.json'),
  dcat: path('/opendata/catalog.jsonld'),
  schema: path('/opendata/schemas/:name{facility|scheme}'),
  file: path('/opendata/files/:file{[0-9]{6}_[a-z_]+\\.csv}'),
} as const;
