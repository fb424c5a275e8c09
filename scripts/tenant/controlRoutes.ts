/** The side door over HTTP, `/_control/…`; never below /v1.0. */
import * as v from 'valibot'
import { answerChat } from './connector/chatRoutes.ts'
import type { Control } from './control.ts'
import type { Fault } from './faults.ts'

const personTokenBody = v.object({
  clientId: v.string(),
  oid: v.string(),
  scopes: v.union([v.literal('api'), v.array(v.string())]),
  nonce: v.optional(v.string()),
  consents: v.optional(v.boolean(), false),
})

const faultBody = v.array(
  v.object({
    match: v.object({ method: v.optional(v.string()), path: v.optional(v.string()) }),
    times: v.optional(v.number(), 1),
    status: v.optional(v.number()),
    retryAfter: v.optional(v.number()),
    code: v.optional(v.string()),
    delayMs: v.optional(v.number()),
    dropAfterCommit: v.optional(v.boolean()),
    expireDelta: v.optional(v.boolean()),
    errorInDelta: v.optional(v.boolean()),
    emptyPage: v.optional(v.boolean()),
  }),
)

/** `time` null: the clock goes as it does. What isn't named stays. */
const clockBody = v.object({
  today: v.optional(v.pipe(v.string(), v.isoDate())),
  time: v.optional(v.nullable(v.pipe(v.string(), v.isoTime()))),
})

function clockOf(control: Control, site: string): { today: string | null; time?: string } {
  const time = control.time(site)
  return { today: control.today(site), ...(time !== null && { time }) }
}

/** What isn't known is 501, as everywhere in the tenant. */
export async function answerControl(control: Control, request: Request, url: URL): Promise<Response> {
  const site = url.searchParams.get('site') ?? ''
  const call = `${request.method} ${url.pathname.slice('/_control/'.length)}`
  if (call === 'GET people') return Response.json(control.people())
  if (call === 'POST token') {
    const { nonce, ...body } = v.parse(personTokenBody, await request.json())
    return Response.json(
      await control.personToken({ ...body, ...(nonce === undefined ? {} : { nonce }) }, url.origin),
    )
  }
  if (call === 'GET today') return Response.json(clockOf(control, site))
  if (call === 'PUT today' || call === 'POST today') {
    const { today, time } = v.parse(clockBody, await request.json())
    if (today !== undefined) control.setToday(site, today)
    if (time !== undefined) control.setTime(site, time)
    return Response.json(clockOf(control, site))
  }
  if (call === 'GET faults') return Response.json(control.faults())
  if (call === 'PUT faults') {
    control.setFaults(v.parse(faultBody, await request.json()) as Fault[])
    return Response.json(control.faults())
  }
  if (call === 'DELETE faults') {
    control.setFaults([])
    return Response.json([])
  }
  if (call === 'GET usage') return Response.json(control.usage())
  if (call === 'GET stats') return Response.json(control.stats())
  if (call === 'DELETE stats') {
    control.resetStats()
    return Response.json(control.stats())
  }
  if (call === 'GET flags') return Response.json(control.flags())
  if (call === 'PUT flags') {
    const flags = v.parse(v.record(v.string(), v.unknown()), await request.json())
    const unknown = Object.keys(flags).filter((name) => !(name in control.flags()))
    if (unknown.length > 0)
      return Response.json({ error: `There is no flag ${unknown.join(', ')}` }, { status: 400 })
    control.setFlags(flags)
    return Response.json(control.flags())
  }
  const chat = await answerChat(control.chat, request, url)
  if (chat) return chat
  return Response.json(
    { error: `The local tenant does not know ${request.method} ${url.pathname}.` },
    { status: 501 },
  )
}
