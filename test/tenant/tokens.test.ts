/** Tokens: who gets them, what they say, and how Graph looks at them. */
import {
  createRemoteJWKSet,
  createLocalJWKSet,
  decodeJwt,
  importJWK,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, listen } from '#scripts/tenant/listen.ts'
import { aTenant, type Body, clientFor, type House, ids, origin, site } from './fixtures.ts'

let house: House
beforeEach(() => {
  house = aTenant()
})

const tokenUrl = `${origin}/${ids.tenant}/oauth2/v2.0/token`
const graphScope = 'https://graph.microsoft.com/.default'

async function ask(
  form: Record<string, string>,
  url = tokenUrl,
): Promise<{ status: number; body: Body & { access_token: string } }> {
  const response = await house.tenant.handle(
    new Request(url, { method: 'POST', body: new URLSearchParams(form) }),
  )
  return { status: response.status, body: (await response.json()) as Body & { access_token: string } }
}

const secretForm = {
  grant_type: 'client_credentials',
  client_id: ids.read,
  client_secret: 'secret-read',
  scope: graphScope,
}

describe('for an application', () => {
  test('a secret gives a token that says so, and that works', async () => {
    const { status, body } = await ask(secretForm)
    expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 3600])
    expect(decodeJwt(body.access_token)).toMatchObject({
      iss: `${origin}/${ids.tenant}/v2.0`,
      aud: 'https://graph.microsoft.com',
      azp: ids.read,
      appidacr: '1',
      roles: ['Sites.Selected'],
      tid: ids.tenant,
    })
    expect((await clientFor(house.tenant, body.access_token)('GET', site)).status).toBe(200)
  })

  test('a signed assertion gives a token with appidacr 2, also for SharePoint', async () => {
    const { certificateKey } = house.tenant.control.credentials(ids.fullcontrol)
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: certificateKey?.kid ?? '' })
      .setIssuer(ids.fullcontrol)
      .setSubject(ids.fullcontrol)
      .setAudience(tokenUrl)
      .setJti(crypto.randomUUID())
      .setExpirationTime('5 min')
      .sign(await importJWK(certificateKey ?? {}, 'RS256'))
    const form = {
      grant_type: 'client_credentials',
      client_id: ids.fullcontrol,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: 'https://contoso.sharepoint.com/.default',
    }
    const { body } = await ask(form)
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: 'https://contoso.sharepoint.com',
      appidacr: '2',
    })
    const other = await ask({ ...form, client_id: ids.manage })
    expect([other.status, other.body['error']]).toEqual([401, 'invalid_client'])
  })

  test.each([
    {
      says: 'a wrong secret',
      form: { client_secret: 'wrong' },
      status: 401,
      error: 'invalid_client',
      number: 7000215,
    },
    {
      says: 'an unknown application',
      form: { client_id: ids.staff },
      status: 400,
      error: 'unauthorized_client',
      number: 700016,
    },
    {
      says: 'a single scope',
      form: { scope: 'https://graph.microsoft.com/Sites.Selected' },
      status: 400,
      error: 'invalid_scope',
      number: 1002012,
    },
    {
      says: 'another resource',
      form: { scope: 'https://vault.azure.net/.default' },
      status: 400,
      error: 'invalid_resource',
      number: 500011,
    },
    {
      says: 'another grant',
      form: { grant_type: 'password' },
      status: 400,
      error: 'unsupported_grant_type',
      number: 70003,
    },
    {
      says: 'a missing parameter',
      form: { scope: '' },
      status: 400,
      error: 'invalid_request',
      number: 900144,
    },
  ])('$says is refused with AADSTS$number', async ({ form, status, error, number }) => {
    const answer = await ask({ ...secretForm, ...form })
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ error, error_codes: [number] })
    expect(String(answer.body['error_description'])).toContain(`AADSTS${number}: `)
  })

  test('another tenant is not found', async () => {
    const { body } = await ask(secretForm, `${origin}/${ids.staff}/oauth2/v2.0/token`)
    expect(body).toMatchObject({ error_codes: [90002] })
  })
})

describe('for a person', () => {
  const request = { clientId: ids.tab, oid: ids.reader }

  test('Graph’s token carries the person and the consented scopes', async () => {
    const token = await house.tenant.control.personToken({
      ...request,
      scopes: ['Sites.Selected'],
      nonce: 'n',
    })
    expect(token.account).toEqual({
      name: 'Rut',
      username: 'rut@contoso.com',
      localAccountId: ids.reader,
      tenantId: ids.tenant,
    })
    expect(decodeJwt(token.access_token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: ids.reader,
      scp: 'Sites.Selected User.Read',
      preferred_username: 'rut@contoso.com',
    })
    expect(decodeJwt(token.id_token)).toMatchObject({ aud: ids.tab, nonce: 'n', name: 'Rut' })
  })

  test.each([{ scopes: 'api' as const }, { scopes: [`api://${ids.tab}/access_as_user`] }])(
    'our own API’s token is for the application itself ($scopes)',
    async ({ scopes }) => {
      const token = await house.tenant.control.personToken({ ...request, scopes })
      expect(decodeJwt(token.access_token)).toMatchObject({
        aud: ids.tab,
        scp: 'access_as_user',
        oid: ids.reader,
      })
      expect((await clientFor(house.tenant, token.access_token)('GET', 'me')).status).toBe(401)
    },
  )

  test('a scope that each is asked about comes when they have said yes, to them alone, and from then on', async () => {
    const calendar = { ...request, scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'] }
    const scopesOf = async (asked: object) =>
      decodeJwt((await house.tenant.control.personToken({ ...calendar, ...asked })).access_token)['scp']
    await expect(scopesOf({})).rejects.toMatchObject({ error: 'invalid_grant', number: 65001 })
    expect(await scopesOf({ scopes: ['User.Read'], consents: true })).toBe('Sites.Selected User.Read')
    await expect(scopesOf({})).rejects.toMatchObject({ number: 65001 })
    expect(await scopesOf({ consents: true })).toBe('Sites.Selected User.Read Calendars.ReadWrite')
    expect(await scopesOf({})).toContain('Calendars.ReadWrite')
    expect(await scopesOf({ scopes: ['User.Read'] })).toContain('Calendars.ReadWrite')
    await expect(scopesOf({ oid: ids.writer })).rejects.toMatchObject({ number: 65001 })
  })

  test('nobody can say yes to what the application never registered', async () => {
    const asked = { ...request, scopes: ['Mail.Read'], consents: true }
    await expect(house.tenant.control.personToken(asked)).rejects.toMatchObject({ number: 65001 })
  })

  test('the side door answers over HTTP and refuses what nobody consented to', async () => {
    const post = (body: object) =>
      house.tenant.handle(
        new Request(`${origin}/_control/token`, { method: 'POST', body: JSON.stringify(body) }),
      )
    expect((await post({ ...request, scopes: ['User.Read'] })).status).toBe(200)
    const refused = await post({ ...request, scopes: ['Mail.Read'] })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant', error_codes: [65001] })
    expect((await post({ ...request, oid: ids.staff, scopes: [] })).status).toBe(400)
  })
})

describe('what Graph refuses', () => {
  const statusOf = async (authorization: string | undefined) => {
    const headers = authorization === undefined ? {} : { authorization }
    const response = await house.tenant.handle(new Request(`${origin}/v1.0/${site}`, { headers }))
    const body = (await response.json()) as Body
    return [response.status, body.error?.code, body.error?.message]
  }

  test.each([
    { says: 'no token', header: undefined, text: 'Access token is empty.' },
    { says: 'something that is no token', header: 'Bearer abc', text: 'CompactToken parsing failed' },
  ])('$says', async ({ header, text }) => {
    const [status, code, message] = await statusOf(header)
    expect([status, code]).toEqual([401, 'InvalidAuthenticationToken'])
    expect(message).toContain(text)
  })

  test('a token that is signed by somebody else', async () => {
    const { token } = await house.tenant.control.appToken({ clientId: ids.read })
    const [head, body, signature = ''] = token.split('.')
    const forged = [
      head,
      body,
      signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`,
    ].join('.')
    expect((await statusOf(`Bearer ${forged}`))[2]).toContain('Invalid signature')
  })

  test('a token that has expired', async () => {
    house.tenant.control.setFlags({ tokenSeconds: -1 })
    const { token } = await house.tenant.control.appToken({ clientId: ids.read })
    expect((await statusOf(`Bearer ${token}`))[2]).toContain('expired')
  })
})

describe('over HTTP', () => {
  let server: Listening
  beforeEach(async () => {
    server = await listen(house.tenant, { port: 0 })
  })
  afterEach(() => server.close())

  test('anyone can check a token with the published keys', async () => {
    const known = (await (
      await fetch(`${server.origin}/${ids.tenant}/v2.0/.well-known/openid-configuration`)
    ).json()) as {
      issuer: string
      jwks_uri: string
    }
    const { access_token } = (await (
      await fetch(`${server.origin}/_control/token`, {
        method: 'POST',
        body: JSON.stringify({ clientId: ids.tab, oid: ids.reader, scopes: 'api' }),
      })
    ).json()) as { access_token: string }
    const { payload } = await jwtVerify(access_token, createRemoteJWKSet(new URL(known.jwks_uri)), {
      issuer: known.issuer,
      audience: ids.tab,
    })
    expect(payload['oid']).toBe(ids.reader)
    const keys = (await (await fetch(known.jwks_uri)).json()) as JSONWebKeySet
    expect(keys.keys[0]).not.toHaveProperty('d')
    await expect(jwtVerify(`${access_token}x`, createLocalJWKSet(keys))).rejects.toThrow()
  })
})
