/** What the build adds beside Vite's files: hashes of the inline skeleton for the security headers, and compressed twins. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

export function afterBuild(): Plugin {
  let folder = ''
  return {
    name: 'samstyr-after-build',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir.startsWith('/')
        ? config.build.outDir
        : join(config.root, config.build.outDir)
    },
    closeBundle(error) {
      // A build that failed has written nothing, and says why by itself.
      if (error) return
      writeHashes(folder)
      compress(join(folder, 'assets'))
    },
  }
}

/** CSP allows exactly the inline styles and scripts that stand in the pages. */
function writeHashes(folder: string) {
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const hashesOf = (tag: RegExp) => [
    ...new Set(
      pages.flatMap((page) => [...page.matchAll(tag)].map(([, text = '']) => `'sha256-${sha256(text)}'`)),
    ),
  ]
  const styles = hashesOf(/<style>([\s\S]*?)<\/style>/g)
  const scripts = hashesOf(/<script(?![^>]*(?:src=|application\/json))[^>]*>([\s\S]+?)<\/script>/g)
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify({ styles, scripts }))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

function compress(assets: string) {
  for (const file of readdirSync(assets).filter((name) => /\.(js|css|wasm)$/.test(name))) {
    const path = join(assets, file)
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(readFileSync(path), {
        // The solver is 3.5 MB: the last sixth of it would take a minute of every build.
        params: { [constants.BROTLI_PARAM_QUALITY]: file.endsWith('.wasm') ? 5 : 11 },
      }),
    )
  }
}
