/** What browsers get: pages with the installation written in, headers that say who may show them, compressed files. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowserConfig, readConfig, sharePointOrigin } from '#src/config.ts'
import { installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { SCRIPT, type Server, setUpServer } from './server.ts'

let stand: Stand
let server: Server
beforeAll(async () => {
  stand = await setUpStand('lists')
  server = await setUpServer(stand, {
    ALLOWED_HOSTS: 'https://intranet.example </script><script>alert(1)</script>',
    DEMO_HOST_ORIGIN: 'http://localhost:5555',
    SHAREPOINT_ORIGIN: 'https://files.example',
  })
})
afterAll(async () => {
  await server.close()
  await stand.close()
})

const get = (path: string, headers = {}) => fetch(server.origin + path, { headers })
const configIn = (page: string) =>
  JSON.parse(
    /<script type="application\/json" id="config">(.*?)<\/script>/s.exec(page)?.[1] ?? '',
  ) as BrowserConfig

/** As it comes: neither the address nor the body is touched on the way. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (answer, failed) => {
      request(server.origin, { path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          answer({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('latin1'),
          }),
        )
      })
        .on('error', failed)
        .end()
    },
  )
}

test('files travel to and from the host of the site, unless another is named', () => {
  const real = { ...stand.environment, SHAREPOINT_ORIGIN: undefined }
  expect(sharePointOrigin(readConfig(real))).toBe(`https://${installation.host}`)
  expect(sharePointOrigin(readConfig(stand.environment))).toBe(stand.origin)
})

test('the server says that it is alive', async () => {
  const response = await get('/healthz')
  expect([response.status, await response.json()]).toEqual([200, { ok: true }])
})

describe('a page', () => {
  test.for(['/', '/index.html', '/portfolio', '/initiative/pf-avo.nr%3A14', '/anything/at/all'])(
    'at %s holds what this installation is',
    async (path) => {
      const response = await get(path)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
      expect(response.headers.get('cache-control')).toBe('no-cache')
      const page = await response.text()
      expect(configIn(page)).toMatchObject({
        tenantId: installation.tenantId,
        clientId: installation.apps.samstyr,
        apiScope: `api://${installation.apps.samstyr}/access_as_user`,
        siteId: installation.siteId,
        listIds: stand.site.listIds,
        graphOrigin: stand.origin,
        today: installation.today,
      })
    },
  )

  test('is not broken out of by what the installation is called', async () => {
    const page = await (await get('/')).text()
    expect(page.match(/<\/script>/g)).toHaveLength(1)
    expect(configIn(page).allowedHosts).toContain('</script><script>alert(1)</script>')
  })

  test('holds no secret', async () => {
    const page = await (await get('/')).text()
    expect(page).not.toContain(stand.environment.SERVER_CLIENT_SECRET)
    expect(Object.keys(configIn(page)).toSorted()).toEqual([
      'allowedHosts',
      'apiScope',
      'authority',
      'clientId',
      'confidentialGroup',
      'graphOrigin',
      'listIds',
      'siteId',
      'tenantId',
      'today',
    ])
  })

  test('says what it may load and who may show it', async () => {
    const { headers } = await get('/')
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((line) => {
        const [name = '', ...values] = line.split(' ')
        return [name, values] as const
      }),
    )
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", "'sha256-script='"])
    expect(policy.get('style-src')).toContain("'sha256-style='")
    expect(policy.get('connect-src')).toContain(stand.origin)
    expect(policy.get('connect-src')).toContain('https://files.example')
    expect(policy.get('frame-ancestors')).toEqual(
      expect.arrayContaining([
        'https://teams.microsoft.com',
        'https://*.cloud.microsoft',
        'https://intranet.example',
        'http://localhost:5555',
      ]),
    )
    expect([...policy.values()].flat()).not.toContain("'unsafe-inline'")
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.has('x-frame-options')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
  })

  test('is there again when the clock it shows could not be read, and where files are is never told', async () => {
    const dead = await setUpServer(stand, { DEMO_CLOCK_URL: 'http://127.0.0.1:9/_control/today' })
    const response = await fetch(dead.origin)
    expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error'])
    await dead.close()
  })
})

describe('a file', () => {
  test('goes compressed to browsers that take it, and for ever', async () => {
    const { headers } = await raw('/assets/tab-1.js', { 'accept-encoding': 'gzip, br' })
    expect(headers['content-encoding']).toBe('br')
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(await (await get('/assets/tab-1.js')).text()).toBe(SCRIPT)
  })

  test.for(['gzip', 'identity', 'br;q=0, gzip'])('goes as it is to one that takes %s', async (accepted) => {
    const { headers, body } = await raw('/assets/tab-1.js', { 'accept-encoding': accepted })
    expect([headers['content-encoding'], body, headers.vary]).toEqual([undefined, SCRIPT, 'Accept-Encoding'])
  })

  test('without a compressed twin goes as it is', async () => {
    const { headers, body } = await raw('/assets/plain-1.js', { 'accept-encoding': 'br' })
    expect([headers['content-encoding'], body]).toEqual([undefined, SCRIPT])
  })

  test.for([
    '/assets/gone-1.js',
    '/assets/../../secret',
    '/assets/%2e%2e/%2e%2e/secret',
    '/assets/..%2f..%2findex.html',
    '/assets/%',
    '/assets/',
  ])('that is not there (%s) is said so, and no more', async (path) => {
    const { status, headers, body } = await raw(path, { 'accept-encoding': 'br' })
    if (status === 200) expect(headers['content-type']).toMatch(/^text\/html/)
    else expect([400, 403, 404]).toContain(status)
    expect(headers['content-encoding']).toBeUndefined()
    expect(body).not.toMatch(/at .*:\d+|node_modules|Error:/)
  })
})
