/** The local tenant's control endpoints that the host page asks, with properly signed tokens. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { tenantId } from './ids.ts'

export const people = [
  {
    id: '00000000-0000-4000-8000-00000000000a',
    displayName: 'Anders Wiknersson',
    jobTitle: 'Avdelningschef',
  },
  { id: '00000000-0000-4000-8000-00000000000b', displayName: 'Åsa Lindevall', jobTitle: 'Utvecklingsledare' },
  { id: '00000000-0000-4000-8000-00000000000c', displayName: 'Rebecka Löfstrandh', jobTitle: 'Strateg' },
].map((person, index) => ({ ...person, userPrincipalName: `p${index}@example.org` }))

export type Control = {
  origin: string
  asked: { clientId: string; oid: string; scopes: string[] | 'api' }[]
  today: string
  /** scopes that nobody has consented to yet: asked for twice, given the second time */
  unconsented: Set<string>
  close(): void
}

export async function startControl(): Promise<Control> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Access-Control-Allow-Origin': request.headers.origin ?? '*',
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Allow-Methods': 'GET, PUT, POST',
      })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const control: Control = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    today: '2024-10-01',
    unconsented: new Set(),
    close: () => server.close().closeAllConnections(),
  }

  async function answer(request: IncomingMessage): Promise<[number, unknown]> {
    const path = new URL(request.url ?? '/', control.origin).pathname
    if (request.method === 'OPTIONS') return [204, null]
    const body = JSON.parse((await text(request)) || 'null') as never
    if (path === '/_control/people') return [200, { people }]
    if (path === '/_control/keys') return [200, { keys: [await exportJWK(publicKey)] }]
    if (path === '/_control/token') return token(body)
    if (path !== '/_control/today') return [501, { error: { code: 'notImplemented', message: path } }]
    if (request.method === 'PUT') control.today = (body as { today: string }).today
    return [200, { today: control.today }]
  }

  async function token(asked: Control['asked'][number]): Promise<[number, unknown]> {
    control.asked.push(asked)
    const person = people.find((each) => each.id === asked.oid)
    if (person === undefined) return [400, { error: 'invalid_grant', error_description: 'No such person' }]
    const scopes = asked.scopes === 'api' ? ['access_as_user'] : asked.scopes
    if (scopes.some((scope) => control.unconsented.delete(scope))) {
      return [400, { error: 'invalid_grant', suberror: 'consent_required', error_description: 'AADSTS65001' }]
    }
    const sign = (claims: object) =>
      new SignJWT({ oid: person.id, tid: tenantId, name: person.displayName, ver: '2.0', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'test' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey)
    const audience = asked.scopes === 'api' ? asked.clientId : 'https://graph.microsoft.com'
    return [
      200,
      {
        access_token: await sign({ aud: audience, scp: scopes.join(' ') }),
        id_token: await sign({
          aud: asked.clientId,
          preferred_username: person.userPrincipalName,
          sub: person.id,
        }),
        expires_in: 3600,
        scope: scopes.join(' '),
        account: {
          name: person.displayName,
          username: person.userPrincipalName,
          localAccountId: person.id,
          tenantId,
        },
      },
    ]
  }
  return control
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
