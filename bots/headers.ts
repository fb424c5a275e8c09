/** The headers that say what the tab's pages may load and who may show them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { type Config, sharePointOrigin } from '#src/config.ts'

/** Hosts of Microsoft that show tabs: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const MICROSOFT_HOSTS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
]
/** Griffel inserts an empty `<style>` and fills it by CSSOM: the hash of nothing lets it. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

export function securityHeaders(config: Config, files: string): RequestHandler {
  const { GRAPH_ORIGIN, AUTHORITY, ALLOWED_HOSTS, DEMO_HOST_ORIGIN } = config
  const { styles, scripts } = JSON.parse(readFileSync(join(files, 'hashes.json'), 'utf8')) as {
    styles: string[]
    scripts: string[]
  }
  const ancestors = [...MICROSOFT_HOSTS, ...ALLOWED_HOSTS, ...(DEMO_HOST_ORIGIN ? [DEMO_HOST_ORIGIN] : [])]
  const policy = [
    "default-src 'none'",
    // The solver of scenarios is WebAssembly, which this lets compile; no text is ever run as a script.
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')}`,
    `style-src 'self' ${[EMPTY_STYLE, ...styles].join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Files go from the browser straight to SharePoint, by addresses that carry their own right.
    `connect-src 'self' ${GRAPH_ORIGIN} ${sharePointOrigin(config)} ${AUTHORITY} https://res.cdn.office.net`,
    `frame-src 'self' ${AUTHORITY}`,
    "worker-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${AUTHORITY}`,
    `frame-ancestors ${ancestors.join(' ')}`,
  ]
    .map((line) => line.trim())
    .join('; ')
  // No X-Frame-Options and no COOP: hosts frame us, and sign-in pages open in pop-ups.
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    })
    next()
  }
}
