/** Every row of the plan with what will happen to it and what to check; only the rows in sight are drawn. */
import { Checkbox } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { PlannedNeed } from '#src/import/plan.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { PlannedRow } from './PlannedRow.tsx'
import styles from './Import.module.css'

const ONE_LINE = 36

export function RowsTable({ rows }: { rows: readonly PlannedNeed[] }) {
  const { t, label, locale } = useWords()
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const doubtful = useMemo(() => rows.filter(({ warnings }) => warnings.length > 0), [rows])
  const shown = onlyDoubtful ? doubtful : rows
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ONE_LINE + (shown[index]?.warnings.length ?? 0) * 20,
    getItemKey: (index) => shown[index]?.row ?? index,
    overscan: 8,
    initialRect: { width: 1000, height: 600 },
  })
  return (
    <>
      <Checkbox
        checked={onlyDoubtful}
        onChange={(_, { checked }) => {
          setOnlyDoubtful(checked === true)
          scroller.current?.scrollTo({ top: 0 })
        }}
        label={t('import.onlyWarnings', { count: formatNumber(doubtful.length, locale) })}
      />
      {shown.length === 0 && <p>{t('import.noneToCheck')}</p>}
      <div
        ref={scroller}
        role='region'
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Tab reaches it, then arrows and Page Down scroll
        tabIndex={0}
        aria-label={t('import.rows')}
        className={styles.scroller}
      >
        <div role='table' aria-label={t('import.rows')} aria-rowcount={shown.length + 1}>
          <div role='rowgroup' className={styles.head}>
            <div role='row' aria-rowindex={1} className={styles.cells}>
              <Heading area='row'>{t('import.row')}</Heading>
              <Heading area='title'>{label(initiatives, 'title')}</Heading>
              <Heading area='unit'>{label(initiatives, 'unit')}</Heading>
              <Heading area='stage'>{label(initiatives, 'stage')}</Heading>
              <Heading area='cost'>{t('portfolio.cost')}</Heading>
              <Heading area='start'>{label(initiatives, 'start')}</Heading>
              <Heading area='legal'>{label(initiatives, 'legal')}</Heading>
              <Heading area='happens'>{t('import.happens')}</Heading>
              <div role='columnheader'>
                <span className='visually-hidden'>{t('import.warnings')}</span>
              </div>
            </div>
          </div>
          <div role='rowgroup' className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start, key }) => {
              const need = shown[index]
              return (
                need && (
                  <PlannedRow
                    key={key}
                    need={need}
                    index={index}
                    top={start}
                    measure={virtual.measureElement}
                  />
                )
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}

function Heading({ area, children }: { area: string; children: string }) {
  return (
    <div role='columnheader' className={styles[area]}>
      {children}
    </div>
  )
}
