/** Microsoft's own schemas for the manifest and its language files, read from disk: no network. */
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import Ajv, { type ValidateFunction } from 'ajv-draft-04'
import addFormats from 'ajv-formats'

/** What the manifest's schema has against it, one line each. */
export async function manifestSchemaFaults(manifest: object): Promise<string[]> {
  const { $schema } = manifest as { $schema?: unknown }
  if (typeof $schema !== 'string' || !ours.test($schema))
    return [`$schema must be one of Microsoft's for Teams`]
  return AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest)
}

export async function languageSchemaFaults(texts: { $schema?: string }): Promise<string[]> {
  if (!ours.test(texts.$schema ?? '')) return [`$schema must be one of Microsoft's for Teams`]
  const check = await languageCheck(texts.$schema ?? '')
  if (check(texts)) return []
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim())
}

// Only for these does the package read its own copy; any other address would be fetched.
const ours = /^https:\/\/developer\.microsoft\.com\/(en-us\/)?json-schemas\/teams\/v[\d.]+\//

async function languageCheck($schema: string): Promise<ValidateFunction> {
  // Patterns of this schema are no regular expressions under the u flag, so it is turned off.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
  addFormats(ajv, ['uri', 'email', 'regex'])
  return ajv.compile(await AppManifestUtils.fetchSchema($schema))
}
