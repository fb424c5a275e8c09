/** The `${{PLACES}}` of the manifest, filled from an environment. */

const place = /\$\{\{(\w+)\}\}/g

/** The text with every place filled; throws one sentence naming all that have no value. */
export function fillPlaces(text: string, values: Record<string, string | undefined>): string {
  const missing = placesIn(text).filter((name) => (values[name] ?? '').trim() === '')
  if (missing.length > 0) {
    throw new Error(
      `The app package needs ${listed(missing)}: set ${missing.length > 1 ? 'them' : 'it'}, or name a file with --env.`,
    )
  }
  // The places stand inside JSON strings, so a value is written as the inside of one.
  return text.replaceAll(place, (_, name: string) => JSON.stringify(values[name]?.trim()).slice(1, -1))
}

function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(place)].map(([, name]) => name ?? ''))]
}

function listed(names: string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
