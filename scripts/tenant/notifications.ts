/** Tells subscribers that a list has changed: that, never what. https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
import type { Core } from './call.ts'

export type Subscription = {
  id: string
  client_id: string
  /** Empty for an application's own. */
  oid: string
  list: number
  resource: string
  url: string
  lifecycle_url: string
  client_state: string
  expires: number
}

/** Whether the address gives back a token, in plain text and in time. */
export async function handshake({ flags }: Core, url: string): Promise<boolean> {
  const token = `Validation: Testing client application reachability for subscription. Id ${crypto.randomUUID()}`
  const asked = new URL(url)
  asked.searchParams.set('validationToken', token)
  try {
    const response = await fetch(asked, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(flags.handshakeMs),
    })
    const plain = response.headers.get('content-type')?.startsWith('text/plain') ?? false
    return response.status === 200 && plain && (await response.text()) === token
  } catch {
    // Not there, too late, or broken off: all the same to the service.
    return false
  }
}

export type Notifier = { changed(list: number): void; close(): void }

/** One notification for what happens to a list within a moment; sent again, later each time, when it isn't taken. */
export function createNotifier(core: Core): Notifier {
  const waiting = new Map<number, NodeJS.Timeout>()
  const tries = new Set<NodeJS.Timeout>()

  const later = (ms: number, work: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      tries.delete(timer)
      work()
    }, ms)
    timer.unref()
    tries.add(timer)
    return timer
  }

  const send = (subscription: Subscription, attempt: number): void => {
    deliver(core, subscription).then(
      (taken) => {
        const wait = core.flags.notificationRetriesMs[attempt]
        if (!taken && wait !== undefined) later(wait, () => send(subscription, attempt + 1))
      },
      (error: unknown) => process.stderr.write(`${String(error)}\n`),
    )
  }

  return {
    changed(list) {
      if (waiting.has(list)) return
      const subscribed = core.store.get('SELECT 1 FROM subscriptions WHERE list = ?', list)
      if (!subscribed) return
      const timer = later(core.flags.notificationDelayMs, () => {
        waiting.delete(list)
        const subscriptions = core.store.all<Subscription>(
          'SELECT * FROM subscriptions WHERE list = ? AND expires > ?',
          list,
          Date.now(),
        )
        for (const subscription of subscriptions) send(subscription, 0)
      })
      waiting.set(list, timer)
    },
    close() {
      for (const timer of tries) clearTimeout(timer)
    },
  }
}

async function deliver(core: Core, subscription: Subscription): Promise<boolean> {
  const { id, client_state, resource, expires, url } = subscription
  const notification = {
    subscriptionId: id,
    subscriptionExpirationDateTime: new Date(expires).toISOString(),
    ...(client_state !== '' && { clientState: client_state }),
    changeType: 'updated',
    resource,
    tenantId: core.tenantId,
    resourceData: null,
  }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value: [notification] }),
      signal: AbortSignal.timeout(core.flags.handshakeMs),
    })
    return response.ok
  } catch {
    return false
  }
}
