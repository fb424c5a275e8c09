/** The pages in every state a person may meet them in: loading, empty, filled, failed, without storage. */
import type { ReactNode } from 'react'
import type { Locale } from '#src/text/words.ts'
import { BoardPage } from '../board/BoardPage.tsx'
import { FollowUpPage } from '../followUp/FollowUpPage.tsx'
import { HomePage } from '../home/HomePage.tsx'
import { InitiativePage } from '../initiative/InitiativePage.tsx'
import { CoveragePage } from '../need/CoveragePage.tsx'
import { HappenedPage } from '../need/HappenedPage.tsx'
import { NewNeedPage } from '../need/NewNeedPage.tsx'
import { PortfolioPage } from '../portfolio/PortfolioPage.tsx'
import { SettingsPage } from '../settings/SettingsPage.tsx'
import { samplesOf, storeThat } from './samples.ts'
import type { Remembered } from './session.ts'
import type { Specimen } from './specimens.tsx'

const pages: Record<string, ReactNode> = {
  board: <BoardPage />,
  followUp: <FollowUpPage />,
  home: <HomePage />,
  initiative: <InitiativePage id='i-1' />,
  coverage: <CoveragePage />,
  happened: <HappenedPage id='i-1' />,
  newNeed: <NewNeedPage />,
  portfolio: <PortfolioPage />,
  settings: <SettingsPage id='' />,
}

export function screensOf(locale: Locale): Specimen[] {
  const { items, store } = samplesOf(locale)
  const pending = storeThat(() => new Promise<never>(() => undefined))
  const silent = storeThat(() => Promise.reject(new Error('No answer')))
  const states: Record<string, Remembered> = {
    loading: { items: [], status: { phase: 'opening', drawn: false }, store: pending },
    empty: { items: [] },
    filled: { items, store },
    failed: { items, store: silent, status: { phase: 'failed', error: new Error('No answer') } },
    'no storage': { items, store, storage: false },
  }
  return Object.entries(pages).flatMap(([part, show]) =>
    Object.entries(states).map(([state, given]) => ({ part, state, show, given, alone: true as const })),
  )
}
