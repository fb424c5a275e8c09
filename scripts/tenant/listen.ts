/** Puts a tenant on a port of this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Tenant } from './tenant.ts'

/** How long a connection may stand unused. */
const IDLE_MS = 60_000

export type Listening = { origin: string; close(): Promise<void> }

/** Port 0 takes any free one. `latencyMs` is waited before each answer, as a network would. */
export async function listen(
  tenant: Pick<Tenant, 'handle'>,
  { port, latencyMs = 0 }: { port: number; latencyMs?: number },
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(tenant, incoming, outgoing, latencyMs).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      outgoing.destroy()
    })
  })
  // A caller in the same process may be busy for longer than the usual five seconds, and would then write to a closed one.
  server.keepAliveTimeout = IDLE_MS
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  tenant: Pick<Tenant, 'handle'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  latencyMs: number,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  if (latencyMs > 0) await new Promise((done) => setTimeout(done, latencyMs))
  const response = await tenant.handle(asRequest(incoming, Buffer.concat(chunks)))
  if (response.type === 'error') {
    incoming.socket.destroy()
    return
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

function asRequest(incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`
  return new Request(url, {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' || body.length === 0 ? {} : { body: new Uint8Array(body) }),
  })
}
