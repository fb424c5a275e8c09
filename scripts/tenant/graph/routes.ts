/** Every Graph call the tenant knows; all others are answered 501. */
import type { Handler, Route } from '../call.ts'
import { createColumn, deleteColumn, getColumn, listColumns, updateColumn } from './columns.ts'
import { delta } from './delta.ts'
import {
  calendarView,
  cancelEvent,
  createEvent,
  getEvent,
  listEvents,
  removeEvent,
  updateEvent,
} from './events.ts'
import { getDrive, getFile, listChildren, listDrives } from './drives.ts'
import { getFileFields, getListItem, updateFileFields } from './fileRows.ts'
import {
  createFolder,
  createUploadSession,
  getContent,
  putContent,
  removeFileRoute,
  renameFileRoute,
} from './files.ts'
import { getGroup, getMembers } from './groups.ts'
import {
  getInstalledApp,
  getInstalledAppChat,
  installApp,
  listCatalogue,
  listInstalledApps,
  uninstallApp,
} from './installedApps.ts'
import {
  countItems,
  createItem,
  getFields,
  getItem,
  listItems,
  removeItem,
  updateFields,
  updateItemRoute,
} from './items.ts'
import { allLists, contentTypes, createList, deleteList, getList, updateList } from './lists.ts'
import { createPage, getPage, listPages, publishPage, removePage, updatePage } from './pages.ts'
import { addGrant, changeGrant, getGrant, listGrants, removeGrant } from './permissions.ts'
import { findSites, getSite, subsites } from './sites.ts'
import {
  createSubscription,
  getSubscription,
  listSubscriptions,
  reauthorize,
  removeSubscription,
  renewSubscription,
} from './subscriptions.ts'
import { countUsers, getMe, getUser, listUsers, memberOf } from './users.ts'
import { getVersion, listVersions, restoreVersion } from './versions.ts'

const list = 'sites/{site}/lists/{list}'
const item = `${list}/items/{item}`

/** Method, path below /v1.0, resource units, handler. The first that fits is taken. */
const table: [string, string, number, Handler][] = [
  ['GET', 'sites', 2, findSites],
  ['GET', 'sites/{site}', 1, getSite],
  ['GET', 'sites/{site}/sites', 2, subsites],
  ['GET', 'sites/{site}/drives', 2, listDrives],
  ['GET', 'sites/{site}/pages', 2, listPages],
  ['POST', 'sites/{site}/pages', 2, createPage],
  ['GET', 'sites/{site}/pages/microsoft.graph.sitePage', 2, listPages],
  ['GET', 'sites/{site}/pages/{page}', 1, getPage],
  ['DELETE', 'sites/{site}/pages/{page}', 2, removePage],
  ['GET', 'sites/{site}/pages/{page}/microsoft.graph.sitePage', 1, getPage],
  ['PATCH', 'sites/{site}/pages/{page}/microsoft.graph.sitePage', 2, updatePage],
  ['POST', 'sites/{site}/pages/{page}/microsoft.graph.sitePage/publish', 2, publishPage],
  ['GET', 'sites/{site}/permissions', 5, listGrants],
  ['POST', 'sites/{site}/permissions', 5, addGrant],
  ['GET', 'sites/{site}/permissions/{permission}', 5, getGrant],
  ['PATCH', 'sites/{site}/permissions/{permission}', 5, changeGrant],
  ['DELETE', 'sites/{site}/permissions/{permission}', 5, removeGrant],
  ['GET', 'sites/{site}/lists', 2, allLists],
  ['POST', 'sites/{site}/lists', 2, createList],
  ['GET', list, 1, getList],
  ['PATCH', list, 2, updateList],
  ['DELETE', list, 2, deleteList],
  ['GET', `${list}/contentTypes`, 2, contentTypes],
  ['GET', `${list}/columns`, 2, listColumns],
  ['POST', `${list}/columns`, 2, createColumn],
  ['GET', `${list}/columns/{column}`, 1, getColumn],
  ['PATCH', `${list}/columns/{column}`, 2, updateColumn],
  ['DELETE', `${list}/columns/{column}`, 2, deleteColumn],
  ['GET', `${list}/items`, 2, listItems],
  ['POST', `${list}/items`, 2, createItem],
  ['GET', `${list}/items/delta`, 2, delta],
  ['GET', `${list}/items/$count`, 2, countItems],
  ['GET', item, 1, getItem],
  ['PATCH', item, 2, updateItemRoute],
  ['DELETE', item, 2, removeItem],
  ['GET', `${item}/fields`, 1, getFields],
  ['PATCH', `${item}/fields`, 2, updateFields],
  ['GET', `${item}/versions`, 2, listVersions],
  ['GET', `${item}/versions/{version}`, 1, getVersion],
  ['POST', `${item}/versions/{version}/restoreVersion`, 2, restoreVersion],
  ['GET', 'me', 1, getMe],
  ['GET', 'me/memberOf', 2, memberOf],
  ['GET', 'me/events', 2, listEvents],
  ['POST', 'me/events', 2, createEvent],
  ['GET', 'me/events/{event}', 1, getEvent],
  ['PATCH', 'me/events/{event}', 2, updateEvent],
  ['DELETE', 'me/events/{event}', 2, removeEvent],
  ['POST', 'me/events/{event}/cancel', 2, cancelEvent],
  ['GET', 'me/calendarView', 2, calendarView],
  ['GET', 'users', 2, listUsers],
  ['GET', 'users/$count', 2, countUsers],
  ['GET', 'users/{user}', 1, getUser],
  ['GET', 'users/{user}/memberOf', 2, memberOf],
  ['GET', 'users/{user}/teamwork/installedApps', 2, listInstalledApps],
  ['POST', 'users/{user}/teamwork/installedApps', 2, installApp],
  ['GET', 'users/{user}/teamwork/installedApps/{installation}', 1, getInstalledApp],
  ['DELETE', 'users/{user}/teamwork/installedApps/{installation}', 2, uninstallApp],
  ['GET', 'users/{user}/teamwork/installedApps/{installation}/chat', 1, getInstalledAppChat],
  ['GET', 'appCatalogs/teamsApps', 2, listCatalogue],
  ['GET', 'subscriptions', 2, listSubscriptions],
  ['POST', 'subscriptions', 2, createSubscription],
  ['GET', 'subscriptions/{subscription}', 1, getSubscription],
  ['PATCH', 'subscriptions/{subscription}', 2, renewSubscription],
  ['DELETE', 'subscriptions/{subscription}', 2, removeSubscription],
  ['POST', 'subscriptions/{subscription}/reauthorize', 2, reauthorize],
  ['GET', 'groups/{group}', 1, getGroup],
  ['GET', 'groups/{group}/members', 2, getMembers],
  ['GET', 'groups/{group}/transitiveMembers', 2, getMembers],
]

const drives = [
  'drives/{drive}',
  'sites/{site}/drive',
  'sites/{site}/drives/{drive}',
  'sites/{site}/lists/{list}/drive',
]
const places = ['root', 'root/at/{path}', 'items/{file}', 'items/{file}/at/{path}']

/** The same calls for each way to name a drive and a place in it.
 * https://learn.microsoft.com/graph/onedrive-addressing-driveitems */
const driveTable = drives.flatMap((drive): [string, string, number, Handler][] => [
  ['GET', drive, 1, getDrive],
  ...places
    .map((place) => `${drive}/${place}`)
    .flatMap((place): [string, string, number, Handler][] => [
      ['GET', place, 1, getFile],
      ['PATCH', place, 2, renameFileRoute],
      ['DELETE', place, 2, removeFileRoute],
      ['GET', `${place}/children`, 2, listChildren],
      ['POST', `${place}/children`, 2, createFolder],
      ['GET', `${place}/content`, 1, getContent],
      ['PUT', `${place}/content`, 2, putContent],
      ['GET', `${place}/listItem`, 1, getListItem],
      ['GET', `${place}/listItem/fields`, 1, getFileFields],
      ['PATCH', `${place}/listItem/fields`, 2, updateFileFields],
      ['POST', `${place}/createUploadSession`, 2, createUploadSession],
    ]),
])

export const graphRoutes: Route[] = [...table, ...driveTable].map(([method, path, units, handle]) => ({
  method,
  path,
  units,
  handle,
}))
