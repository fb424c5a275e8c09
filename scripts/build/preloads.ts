/** What a page's address makes the browser ask for at once, beside the page itself. */
import type { Plugin } from 'vite'

/** Those that people come to first, by tab or by a link in chat or mail: all that they need is asked for in one go. */
const pages = ['home/HomePage.tsx', 'portfolio/PortfolioPage.tsx', 'initiative/InitiativePage.tsx']

/**
 * Vite names in the first chunk all that every page needs, what is there already too: 3.5 kB of the first load with forty
 * pages. Others find what they need as they load, a few round trips once for each release; styles are always named, since
 * nothing is drawn before them. https://vite.dev/config/build-options#build-modulepreload
 */
export function preloads(): Plugin {
  const here = new Set<string>()
  const opened = new Set<string>()
  return {
    name: 'samstyr-preloads',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies(file, names, { hostType }) {
            if (hostType === 'html') return names
            const wanted = opened.has(file) ? names : names.filter((name) => name.endsWith('.css'))
            return wanted.filter((name) => !here.has(name))
          },
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = new Map(
          Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk]] : [])),
        )
        const reach = (file: string) => {
          if (here.has(file)) return
          here.add(file)
          for (const next of chunks.get(file)?.imports ?? []) reach(next)
        }
        for (const { fileName, isEntry, facadeModuleId } of chunks.values()) {
          if (isEntry) reach(fileName)
          if (pages.some((page) => facadeModuleId?.endsWith(page))) opened.add(fileName)
        }
      },
    },
  }
}
