/** What the pages with pictures have in common: the filters of Portfölj, the switch between its views, and the initiatives that fit. */
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import type { SentenceKey } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useTableState } from '../ui/portfolioView/address.ts'
import { OfWhatContext } from '../ui/picture/ofWhat.ts'
import { FilterBar } from '../ui/portfolioView/FilterBar.tsx'
import { departmentsOf, type Filters, indexRows, look } from '../ui/portfolioView/view.ts'
import { ViewSwitch } from '../ui/portfolioView/ViewSwitch.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useShownSet } from './useShownSet.ts'
import styles from './lens/Lens.module.css'

export function PicturePage({
  title,
  keep = everyone,
  withMerged = false,
  tools,
  children,
}: {
  title: SentenceKey
  /** Which initiatives the picture is about at all; must keep its identity. `filters`: one who asks for a state gets it. */
  keep?: (initiative: Initiative, filters: Filters) => boolean
  /** Whether those that are part of another are there too, as where one looks at what happened. */
  withMerged?: boolean
  /** What is chosen for the whole page, beside the switch. */
  tools?: ReactNode
  /** `shown`: those that fit search and filters; at least one. */
  children: (shown: readonly Initiative[]) => ReactNode
}) {
  const { t } = useWords()
  const { data } = useSession().session
  const [state, change] = useTableState()
  const status = useStatus(data)
  const all = useItems(data, initiatives)
  const everyUnit = useItems(data, units)
  const search = useDeferredValue(state.search)
  const { filters } = state
  const indexed = useMemo(
    () =>
      indexRows(
        all.filter((initiative) => keep(initiative, filters)),
        departmentsOf(everyUnit),
      ),
    [all, everyUnit, keep, filters],
  )
  const { rows, counts, hidden } = useMemo(
    () => look(indexed, search, filters, withMerged),
    [indexed, search, filters, withMerged],
  )
  const shown = rows as Initiative[]
  const ofWhat = useShownSet(state, shown.length)
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  if (all.length === 0)
    return (
      <Page title={t(title)}>
        <p>{t('pictures.empty')}</p>
      </Page>
    )
  return (
    <Page
      title={t(title)}
      tools={
        <>
          {tools}
          <ViewSwitch />
        </>
      }
    >
      <FilterBar
        state={state}
        change={change}
        counts={counts}
        shown={shown.length}
        total={indexed.length - hidden}
      />
      <p className={styles.onPaper}>{ofWhat}</p>
      <OfWhatContext value={ofWhat}>
        {shown.length === 0 ? <p role='status'>{t('pictures.noHits')}</p> : children(shown)}
      </OfWhatContext>
    </Page>
  )
}

const everyone = () => true

/** What moves, rests or is planned; what has ended or was stopped shows when its state or stage is filtered for. */
export const alive = ({ state, stage }: Initiative, filters: Filters) =>
  (filters.state !== undefined || state === 'active' || state === 'paused') &&
  (filters.stage !== undefined || stage !== 'closed')

/** Where a mark that stands for an initiative leads. */
export const initiativeHref = (key: string) => `/initiative/${encodeURIComponent(key)}`
