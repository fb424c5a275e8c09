/** Builds what browsers load, and runs the tests: `unit` in Node, `screens` in Chromium. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { afterBuild } from './scripts/build/afterBuild.ts'
import { preloads } from './scripts/build/preloads.ts'
import { chromiumFlags, findChromium } from './scripts/chromium.ts'

const testing = process.env.VITEST !== undefined

export default defineConfig({
  root: testing ? import.meta.dirname : 'tabs',
  plugins: [react(), preloads(), afterBuild()],
  worker: { format: 'es' },
  // Found by Vite only in the worker or beyond the tab, in mid-run: without this it would reload the page under the tests.
  optimizeDeps: { include: ['saxes', 'adaptivecards', 'highs'] },
  build: {
    outDir: '../dist/tabs',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      input: resolve(import.meta.dirname, 'tabs/index.html'),
      // Every name stands in the first chunk, which knows what each page asks for: the hash alone, no longer than needed, saves 2 kB of the first load.
      output: { chunkFileNames: 'assets/[hash:7].js', assetFileNames: 'assets/[hash:7][extname]' },
    },
  },
  test: {
    // No test measures time: these only end what hangs, also on a machine that does much else. What must come ends its wait as soon as it has.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**'],
          environment: 'node',
          // Vitest leaves a core free, which with two is half of them.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 40_000 } },
          globalSetup: resolve(import.meta.dirname, 'test/journeys/built.ts'),
          // One uses most of two cores by itself: browser, tab's server and tenant.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['test/tabs/**/*.test.tsx'],
          isolate: false,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '', args: chromiumFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
