/** Brings the colours of a theme, each in a chunk of its own. */
import type { Theme } from '@fluentui/react-components'
import type { ThemeName } from '../start.ts'

const themes = {
  default: () => import('./light.ts'),
  dark: () => import('./dark.ts'),
  contrast: () => import('./contrast.ts'),
} satisfies Record<ThemeName, () => Promise<{ theme: Theme }>>

export interface Look {
  name: ThemeName
  theme: Theme
}

export const loadLook = async (name: ThemeName): Promise<Look> => ({
  name,
  theme: (await themes[name]()).theme,
})
