/** The pages in every state a person may meet them in: loading, empty, filled, failed, without storage. */
import type { ReactNode } from 'react'
import type { Dispatch, DispatchRow } from '#src/rules/reminding/dispatch.ts'
import type { MyReminders } from '#src/rules/reminding/reminderChoice.ts'
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
import { RemindersPage } from '../reminders/RemindersPage.tsx'
import { me, samplesOf, storeThat, TODAY } from './samples.ts'
import type { Act, Remembered } from './session.ts'
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
  reminders: <RemindersPage />,
  settings: <SettingsPage id='' />,
  dispatch: <SettingsPage id='dispatch' />,
}

/** What only the server may read: it answers with a day on which some messages came. */
function answering(isEmpty: boolean): Act {
  const until = Date.now()
  const row: Omit<DispatchRow, 'key' | 'state'> = {
    day: TODAY,
    kind: 'digest',
    to: me.name,
    attempts: 1,
    lines: 3,
    about: ['report'],
  }
  const rows: DispatchRow[] = [
    { ...row, key: 's-1', state: 'sent' },
    { ...row, key: 's-2', state: 'failed', lastCode: '400' },
    { ...row, key: 's-3', state: 'unconfirmed', lastCode: 'timeout' },
    { ...row, key: 's-4', state: 'unreachable', lastCode: '403 MessageWritesBlocked' },
  ]
  const gone = { key: 'a-1', to: me.name, isForum: false, state: 'unreachable', since: TODAY } as const
  const counted = { day: TODAY, digests: 4, urgent: 0, sent: 1, failed: 3, waiting: 0 }
  const dispatch: Dispatch = isEmpty
    ? { day: TODAY, rows: [], unreached: [] }
    : {
        day: TODAY,
        rows,
        unreached: [{ ...gone, lastError: 'notInstalled' }],
        progress: { holder: 'server', until, ...counted },
      }
  const myReminders: MyReminders = isEmpty
    ? {}
    : {
        until,
        address: { state: 'reachable' },
        choice: { time: '09:00', off: ['moved'], pausedFrom: TODAY, pausedTo: TODAY },
      }
  return ({ name }) => {
    if (name === 'loadDispatch') return { done: { dispatch } }
    return name === 'loadMyReminders' ? { done: { myReminders } } : 'offline'
  }
}

export function screensOf(locale: Locale): Specimen[] {
  const { items, store } = samplesOf(locale)
  const never: Act = () => new Promise(() => undefined)
  const pending = storeThat(() => new Promise<never>(() => undefined))
  const silent = storeThat(() => Promise.reject(new Error('No answer')))
  const states: Record<string, Remembered> = {
    loading: { items: [], status: { phase: 'opening', drawn: false }, store: pending, act: never },
    empty: { items: [], act: answering(true) },
    filled: { items, store, act: answering(false) },
    failed: { items, store: silent, status: { phase: 'failed', error: new Error('No answer') } },
    'no storage': { items, store, storage: false, act: answering(false) },
  }
  return Object.entries(pages).flatMap(([part, show]) =>
    Object.entries(states).map(([state, given]) => ({ part, state, show, given, alone: true as const })),
  )
}
