/** Builds what browsers load, and runs the tests: `unit` in Node, `screens` in Chromium. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], environment: 'node' } },
    ],
  },
})
