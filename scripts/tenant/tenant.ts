/** A stand-in for Microsoft Graph, Entra's tokens and a few SharePoint calls: Request in, Response out. */
import { randomBytes } from 'node:crypto'
import { ValiError } from 'valibot'
import type { Core } from './call.ts'
import { answerConnector, isConnectorPath } from './connector/answer.ts'
import { answerIssuer } from './connector/issuer.ts'
import { type Control, createControl, type Credentials } from './control.ts'
import { answerControl } from './controlRoutes.ts'
import { corsHeaders, isLocalPage } from './cors.ts'
import { seedDirectory } from './directory.ts'
import { dispatch } from './dispatch.ts'
import { type Answer, guard } from './guard.ts'
import { Failure } from './errors.ts'
import { createFaults } from './faults.ts'
import { answerDownload, answerUpload, isDownloadPath, isUploadPath } from './fileHost.ts'
import { defaultFlags } from './flags.ts'
import { answerBatch } from './graph/batch.ts'
import { createMeter } from './meter.ts'
import { createNotifier } from './notifications.ts'
import type { AppRegistration, TenantOptions } from './options.ts'
import { seedSite } from './seedSites.ts'
import { answerSharePoint } from './sharepoint/answer.ts'
import { openStore, type Store } from './store.ts'
import { openWebAddress } from './webAddress.ts'
import { answerAuthority, refusalResponse, TokenRefusal } from './tokenEndpoint.ts'
import { graphAudience, makeKey, publicPart, readCaller } from './tokens.ts'

export type Tenant = {
  /** `Response.error()` means: break the connection. */
  handle(request: Request): Promise<Response>
  close(): void
  control: Control
}

export function createTenant(options: TenantOptions): Tenant {
  const store = openStore(options.data)
  const core: Core = {
    store,
    flags: { ...defaultFlags, ...options.flags },
    tenantId: options.tenantId.toLowerCase(),
    faults: createFaults(),
    meter: createMeter(),
    underWay: new Set(),
    changed: (list) => notifier.changed(list),
  }
  const notifier = createNotifier(core)
  seedDirectory(store, { ...options, apps: options.apps.map((app) => withKept(store, app)) })
  for (const site of options.sites) seedSite(store, site)
  const control = createControl(core)

  return {
    async handle(request) {
      const url = new URL(request.url)
      // One machine under two names is one authority.
      if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
      const cors = corsHeaders(request.method, url.pathname, request.headers.get('origin'))
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
      const response = await answer(core, control, request, url)
      if (response.type === 'error') return response
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value)
      return response
    },
    close() {
      notifier.close()
      store.close()
    },
    control,
  }
}

/** Secrets and keys are made once and live in the data file, never in the code. */
function withKept(store: Store, app: AppRegistration): AppRegistration {
  if (!app.keeps) return app
  const key = `credentials:${app.clientId}`
  const kept = store.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)
  const credentials: Credentials = kept ? (JSON.parse(kept.value) as Credentials) : {}
  if (app.keeps.includes('secret')) credentials.clientSecret ??= randomBytes(30).toString('base64url')
  if (app.keeps.includes('certificate'))
    credentials.certificateKey ??= makeKey(store.inMemory ? app.clientId : undefined)
  store.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, JSON.stringify(credentials))
  const { clientSecret, certificateKey } = credentials
  return {
    ...app,
    secrets: [...app.secrets, ...(clientSecret === undefined ? [] : [clientSecret])],
    certificates: [...(app.certificates ?? []), ...(certificateKey ? [publicPart(certificateKey)] : [])],
  }
}

async function answer(core: Core, control: Control, request: Request, url: URL): Promise<Response> {
  if (url.pathname.startsWith('/_control/')) return controlOrRefusal(control, request, url)
  if (isConnectorPath(url.pathname)) return answerConnector(core, request, url)
  const issuer = answerIssuer(core, url)
  if (issuer) return issuer
  const token = await answerAuthority(core, request, url)
  if (token) return token
  if (isDownloadPath(url.pathname)) return answerDownload(core, request, url)
  const opened = openWebAddress(core, request, url)
  if (opened) return opened
  const [part, rest] = await answerPart(core, request, url)
  if (part.dropped) return Response.error()
  return toResponse(core, url, part, rest)
}

async function answerPart(core: Core, request: Request, url: URL): Promise<[Answer, string]> {
  const { method, headers } = request
  if (isUploadPath(url.pathname)) {
    const answered = await guard(core, { method, url, headers }, () => answerUpload(core, request, url))
    return [answered, 'graph']
  }
  return url.pathname.includes('/_api/')
    ? [await answerSharePoint(core, request, url), 'sharepoint']
    : [await answerGraph(core, request, url), 'graph']
}

/** Only this machine's own pages and programs. A program sends no Origin. */
async function controlOrRefusal(control: Control, request: Request, url: URL): Promise<Response> {
  const origin = request.headers.get('origin')
  if (origin !== null && !isLocalPage(origin))
    return Response.json({ error: 'Not from this origin.' }, { status: 403 })
  try {
    return await answerControl(control, request, url)
  } catch (error) {
    if (error instanceof TokenRefusal) return refusalResponse(error)
    if (error instanceof ValiError || error instanceof SyntaxError || error instanceof Error) {
      return Response.json({ error: error.message }, { status: 400 })
    }
    throw error
  }
}

async function answerGraph(core: Core, request: Request, url: URL): Promise<Answer> {
  const { method, headers } = request
  const caller = () => readCaller(core, headers.get('authorization'), [graphAudience])
  // A file's content is bytes, whatever its type says.
  const body = async (): Promise<unknown> =>
    method === 'PUT' && url.pathname.endsWith('/content')
      ? new Uint8Array(await request.arrayBuffer())
      : readJson(await request.text())
  if (url.pathname !== '/v1.0/$batch' && url.pathname.startsWith('/v1.0/')) {
    return dispatch(core, { method, url, headers, body, caller })
  }
  return guard(core, { method, url, headers }, async () => {
    if (method !== 'POST' || url.pathname !== '/v1.0/$batch') {
      throw new Failure(501, 'notImplemented', `The local tenant does not know ${method} ${url.pathname}.`)
    }
    return answerBatch(core, { origin: url.origin, body: await body(), caller: await caller() })
  })
}

function readJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Failure(400, 'BadRequest', 'Unable to read JSON request payload.')
    throw error
  }
}

const contentTypes: Record<string, string> = {
  graph: 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  sharepoint: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
}

function toResponse(core: Core, url: URL, reply: Answer, kind: string): Response {
  const headers = new Headers({ 'odata-version': '4.0', 'cache-control': 'no-store', ...reply.headers })
  const text = reply.body === undefined ? undefined : JSON.stringify(reply.body)
  if (text !== undefined) headers.set('content-type', contentTypes[kind] ?? '')
  core.meter.count(url.pathname, { requests: 1, bytes: text === undefined ? 0 : Buffer.byteLength(text) })
  return new Response(text ?? null, { status: reply.status, headers })
}
