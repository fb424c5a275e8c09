/** Shows a screen as the app does: theme, language, address and a session whose lists are in memory and whose server is the test. */
import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { cleanup, render } from 'vitest-browser-react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { english } from '#src/text/english.ts'
import { subjects } from '#src/text/sv/subjects.ts'
import { swedish } from '#src/text/swedish.ts'
import type { Subject } from '#src/text/words.ts'
import { SessionContext } from '#tabs/context.ts'
import {
  type Act as ActInMemory,
  type Answered as AnsweredInMemory,
  aSession,
  held as heldInMemory,
  type Remembered,
} from '#tabs/gallery/session.ts'
import { WordsContext } from '#tabs/language.ts'
import type { ThemeName } from '#tabs/start.ts'
import '#tabs/ui/base.css'

// A screen is shown without the route that would bring its sentences.
await Promise.all(
  [swedish, english].flatMap((words) => (Object.keys(subjects) as Subject[]).map((s) => words.learn(s))),
)

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

export const held = heldInMemory
export type Act = ActInMemory
export type Answered = AnsweredInMemory

export interface Given extends Remembered {
  locale?: 'sv' | 'en'
  theme?: ThemeName
  today?: string
  /** The address the page is at. */
  path?: string
}

export async function renderScreen(screen: ReactNode, given: Given = {}) {
  const { locale = 'sv', theme = 'default', today = '2024-10-01', path = '/' } = given
  await cleanup()
  const session = aSession({ person: { id: 'me', name: 'Jag Själv' }, ...given })
  const address = memoryLocation({ path, record: true })
  const around = (what: ReactNode) => (
    <FluentProvider theme={themes[theme]}>
      <WordsContext value={locale === 'en' ? english : swedish}>
        <SessionContext value={{ session, today }}>
          <Router hook={address.hook} searchHook={address.searchHook}>
            {what}
          </Router>
        </SessionContext>
      </WordsContext>
    </FluentProvider>
  )
  const shown = await render(around(screen))
  return {
    ...shown,
    session,
    /** Addresses gone to, the first one included. */
    history: address.history,
    /** Shows another screen of the same session. */
    show: (next: ReactNode) => shown.rerender(around(next)),
  }
}

/** When colours and places have come to rest: what is seen for a tenth of a second on the way is no one's look. */
export async function settled(): Promise<void> {
  const ends = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ends.map(({ finished }) => finished))
}

/** What axe finds wrong, one line for each part at fault; empty when all is well. */
export async function violations(container: Element): Promise<string[]> {
  // A landmark and a title belong to the whole page, of which a screen is a part.
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: true } }
  await settled()
  const { violations: found } = await axe.run(container, { rules })
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  )
}
