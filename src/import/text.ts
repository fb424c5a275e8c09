/** Cleans text from old files: broken encodings, odd spaces, spelling made comparable. */

/** Windows-1252 gives these characters for the bytes 0x80–0x9F that Latin-1 leaves to controls. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** UTF-8 once read as Mac Roman. */
const macRoman = { '√•': 'å', '√§': 'ä', '√∂': 'ö', '√Ö': 'Å', '√Ñ': 'Ä', '√ñ': 'Ö', '√©': 'é' } as const

/** `FÃ¶rstudie` → `Förstudie`, also when done twice; text that was right is left alone. */
export function repairMojibake(text: string): string {
  if (!/[ÃÂâï√]/.test(text)) return text
  let repaired = text
  for (let round = 0; round < 3; round += 1) {
    const next = repaired
      .replace(/Ã[^ -~\s]|Ã\u00a0|Â[\u0080-\u00bf]|â[€\u0080-\u00bf][^ -~\s]|ï»¿/g, decodeRun)
      .replace(/√[•§∂ÖÑñ©]/g, (pair) => macRoman[pair as keyof typeof macRoman] ?? pair)
    if (next === repaired) break
    repaired = next
  }
  return repaired
}

/** U+FFFD in the text: the letter is lost for good. */
export function hasLostLetters(text: string): boolean {
  return text.includes('\ufffd')
}

/** Visible characters with single spaces between: most texts are so already. */
const isTidy = /^(?:[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*)?$/u

/** Odd spaces to plain ones, ends trimmed; line breaks kept. */
export function tidy(text: string): string {
  if (isTidy.test(text)) return text
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** As `tidy`, on one line. */
export function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ')
}

/** For comparing: lower case, only letters and digits (å, ä, ö and ü are letters of their own), single spaces. */
export function comparable(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[àáâ]/g, 'a')
    .replace(/[èéêë]/g, 'e')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How alike two texts are, 0–1, by pairs of letters (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const pairsA = pairs(a)
  const pairsB = pairs(b)
  const total = pairsA.length + pairsB.length
  if (total === 0) return 0
  const left = [...pairsB]
  let shared = 0
  for (const pair of pairsA) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / total
}

function pairs(text: string): string[] {
  const padded = ` ${text} `
  return Array.from({ length: Math.max(0, padded.length - 1) }, (_, at) => padded.slice(at, at + 2))
}

function decodeRun(run: string): string {
  const bytes = Array.from(run, (letter) => {
    const special = windows1252.indexOf(letter)
    return special >= 0 ? 0x80 + special : letter.charCodeAt(0)
  })
  if (bytes.some((byte) => byte > 0xff)) return run
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(new Uint8Array(bytes))
      .replace('\ufeff', '')
  } catch {
    // not UTF-8 after all: the letters were meant
    return run
  }
}
