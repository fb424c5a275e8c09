/** Subscriptions to changes of a list. https://learn.microsoft.com/graph/api/resources/subscription */
import { randomUUID } from 'node:crypto'
import { type Call, created, noContent, ok, record, type Reply } from '../call.ts'
import { Failure } from '../errors.ts'
import { handshake, type Subscription } from '../notifications.ts'
import { level, type List, openList } from '../rights.ts'

const bad = (message: string): Failure => new Failure(400, 'InvalidRequest', message)

/** Only `updated`, which tells of new and removed rows too. */
export async function createSubscription(call: Call): Promise<Reply> {
  const { core, caller } = call
  const { changeType, notificationUrl, lifecycleNotificationUrl, clientState, ...rest } = record(call.body)
  if (changeType !== 'updated')
    throw bad(`The value '${String(changeType)}' of property 'changeType' is not supported for lists.`)
  if (typeof clientState === 'string' && clientState.length > 128)
    throw bad("The property 'clientState' is longer than 128 characters.")
  const { list, resource } = openResource(call, rest['resource'])
  const url = readUrl(call, notificationUrl)
  const expires = readExpiration(call, rest['expirationDateTime'])
  const subscription: Subscription = {
    id: randomUUID(),
    client_id: caller.clientId,
    oid: caller.oid ?? '',
    list: list.key,
    resource,
    url,
    lifecycle_url: typeof lifecycleNotificationUrl === 'string' ? lifecycleNotificationUrl : '',
    client_state: typeof clientState === 'string' ? clientState : '',
    expires,
  }
  if (!(await handshake(core, url)))
    throw new Failure(
      400,
      'ValidationError',
      'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
    )
  core.store.run(
    'INSERT INTO subscriptions (id, client_id, oid, list, resource, url, lifecycle_url, client_state, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    subscription.id,
    subscription.client_id,
    subscription.oid,
    subscription.list,
    subscription.resource,
    subscription.url,
    subscription.lifecycle_url,
    subscription.client_state,
    subscription.expires,
  )
  return created(show(call, subscription))
}

/** https://github.com/SharePoint/sp-dev-docs/issues/5622 */
function openResource(call: Call, resource: unknown): { list: List; resource: string } {
  if (typeof resource !== 'string' || /^https?:/i.test(resource))
    throw new Failure(
      400,
      'BadRequest',
      `The value '${String(resource)}' of property 'resource' must be a relative URI.`,
    )
  const [, site = '', list = ''] = /^\/?sites\/([^/]+)\/lists\/([^/]+)\/?$/.exec(resource) ?? []
  if (site === '')
    throw new Failure(501, 'notImplemented', `The local tenant does not know subscriptions to ${resource}.`)
  const params = { site: decodeURIComponent(site), list: decodeURIComponent(list) }
  return { ...openList({ ...call, params }, level.write), resource: resource.replace(/^\//, '') }
}

function readUrl({ core }: Call, url: unknown): string {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined
  const local = parsed?.protocol === 'http:' && core.flags.notifiesThisMachine && isThisMachine(parsed)
  if (parsed?.protocol !== 'https:' && !local)
    throw bad("The property 'notificationUrl' must be a valid HTTPS address.")
  return parsed?.href ?? ''
}

const isThisMachine = ({ hostname }: URL): boolean => hostname === '127.0.0.1' || hostname === 'localhost'

function readExpiration({ core }: Call, value: unknown): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!(at > Date.now())) throw bad('Subscription expiration must be in the future.')
  if (at > Date.now() + core.flags.subscriptionMinutes * 60_000)
    throw bad(`Subscription expiration can only be ${core.flags.subscriptionMinutes} minutes in the future.`)
  return at
}

function show(call: Call, subscription: Subscription): Record<string, unknown> {
  const { id, client_id, oid, resource, url, lifecycle_url, client_state, expires } = subscription
  return {
    '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions/$entity`,
    id,
    resource,
    applicationId: client_id,
    changeType: 'updated',
    clientState: client_state || null,
    notificationUrl: url,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: lifecycle_url || null,
    expirationDateTime: new Date(expires).toISOString(),
    creatorId: oid || client_id,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  }
}

/** An application's own, and of these a person's own. */
const mine = ({ core, caller }: Call): Subscription[] =>
  core.store.all<Subscription>(
    'SELECT * FROM subscriptions WHERE client_id = ? AND oid = ? AND expires > ? ORDER BY id',
    caller.clientId,
    caller.oid ?? '',
    Date.now(),
  )

function open(call: Call): Subscription {
  const found = mine(call).find(({ id }) => id === call.params['subscription'])
  if (found) return found
  throw new Failure(404, 'ResourceNotFound', 'The object was not found.')
}

export const listSubscriptions = (call: Call): Reply =>
  ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions`,
    value: mine(call).map((subscription) => show(call, subscription)),
  })

export const getSubscription = (call: Call): Reply => ok(show(call, open(call)))

/** Renewed before it ends, or gone. */
export function renewSubscription(call: Call): Reply {
  const subscription = {
    ...open(call),
    expires: readExpiration(call, record(call.body)['expirationDateTime']),
  }
  call.core.store.run(
    'UPDATE subscriptions SET expires = ? WHERE id = ?',
    subscription.expires,
    subscription.id,
  )
  return ok(show(call, subscription))
}

export function reauthorize(call: Call): Reply {
  open(call)
  return noContent
}

export function removeSubscription(call: Call): Reply {
  call.core.store.run('DELETE FROM subscriptions WHERE id = ?', open(call).id)
  return noContent
}
