/** The Teams app package: reads its parts, fills its places, checks it and packs it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { fillPlaces } from './places.ts'
import {
  iconFaults,
  languageFaults,
  languageFiles,
  urlFaults,
  type Files,
  type Manifest,
  type Texts,
} from './rules.ts'
import { languageSchemaFaults, manifestSchemaFaults } from './schema.ts'

/** The files of the package by name; without a bot where none is named. Throws a sentence when a place has no value or a file is missing. */
export async function readPackage(
  folder: string,
  values: Record<string, string | undefined>,
): Promise<Files> {
  const whole = await readFile(join(folder, 'manifest.json'), 'utf8')
  const hasBot = (values[BOT_PLACE] ?? '').trim() !== ''
  const text = fillPlaces(hasBot ? whole : without(botParts, whole), values)
  const manifest = JSON.parse(text) as Manifest
  const icons = [manifest.icons.color, manifest.icons.outline, manifest.icons.color32x32]
  const names = [...icons.filter((name) => name !== undefined), ...languageFiles(manifest)]
  const files: Files = { 'manifest.json': new TextEncoder().encode(text) }
  for (const name of names) files[name] = await readFile(join(folder, name))
  if (!hasBot)
    for (const name of languageFiles(manifest))
      files[name] = new TextEncoder().encode(without(botParts, new TextDecoder().decode(files[name])))
  return files
}

const BOT_PLACE = 'BOT_CLIENT_ID'
/** What an installation without a bot leaves out. */
const botParts: readonly string[] = ['bots', 'composeExtensions']

/** The JSON without some of its parts, and without the texts of these: `bots[0].…`. */
function without(parts: readonly string[], json: string): string {
  const rest = Object.entries(JSON.parse(json) as Record<string, unknown>).filter(
    ([name]) => !parts.includes(name.split('[')[0] ?? ''),
  )
  return JSON.stringify(Object.fromEntries(rest), null, 2)
}

/** Everything Teams would refuse the package for that can be known without a tenant; empty when good. */
export async function packageFaults(files: Files): Promise<string[]> {
  const manifest = jsonOf(files, 'manifest.json') as Manifest
  const schema = await manifestSchemaFaults(manifest)
  if (schema.length > 0) return schema.map((fault) => `manifest.json: ${fault}`)
  const texts: Record<string, Texts> = {}
  const faults: string[] = []
  for (const name of languageFiles(manifest)) {
    if (files[name] === undefined) {
      faults.push(`${name} is missing`)
      continue
    }
    texts[name] = jsonOf(files, name) as Texts
    faults.push(...(await languageSchemaFaults(texts[name])).map((fault) => `${name}: ${fault}`))
  }
  return [
    ...faults,
    ...languageFaults(manifest, texts),
    ...urlFaults(manifest),
    ...iconFaults(manifest, files),
  ]
}

/** The same files always give the same bytes: sorted, and dated as zip's own first day. */
export function zipPackage(files: Files): Uint8Array {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(1980, 0, 1), level: 9 })
}

function jsonOf(files: Files, name: string): unknown {
  return JSON.parse(new TextDecoder().decode(files[name]))
}
