/** `npm run tenant`, started as its own process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

test('prints one line with all that a client needs, and the client can make a list on the one site', async () => {
  const child = spawn(process.execPath, ['scripts/tenant.ts', '--port', '0', '--data', ':memory:'])
  try {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    const lines = chunk.toString().trim().split('\n')
    expect(lines).toHaveLength(1)
    const line = JSON.parse(lines[0] ?? '') as Record<string, string>
    expect(Object.keys(line)).toEqual([
      'graph',
      'authority',
      'tenantId',
      'clientId',
      'clientSecret',
      'siteId',
    ])

    const answer = await fetch(`${line['authority']}/${line['tenantId']}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: line['clientId'] ?? '',
        client_secret: line['clientSecret'] ?? '',
        scope: 'https://graph.microsoft.com/.default',
      }),
    })
    const { access_token: token } = (await answer.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const lists = `${line['graph']}/sites/${line['siteId']}/lists`
    expect(await (await fetch(lists, { headers })).json()).toMatchObject({
      value: [{ list: { template: 'documentLibrary' } }],
    })
    const made = await fetch(lists, {
      method: 'POST',
      headers,
      body: JSON.stringify({ displayName: 'Books' }),
    })
    expect(made.status).toBe(201)
  } finally {
    child.kill()
    await once(child, 'exit')
  }
})
