/** What units are to receive of the initiative: roll-out, training and stand-ins, with months in which a unit has more than it has room for. */
import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { type Reception, receptionKinds, receptions } from '#src/lists/receptions.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { receivingOfInitiative } from '#src/rules/pictures/unitLoad.ts'
import { formatDay, formatList, formatMonth } from '#src/text/format.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import { RowForm } from './RowForm.tsx'
import { useReceptions } from './useReceptions.ts'
import styles from './Initiative.module.css'

const fields = ['title', 'unit', 'kind', 'from', 'to', 'days', 'note'] as const

export function Receptions({ whole, mayEdit }: { whole: Whole; mayEdit: boolean }) {
  const { t, of, locale } = useWords()
  const { session, today } = useSession()
  const { initiative } = whole
  const all = useItems(session.data, initiatives)
  const everyUnit = useItems(session.data, units)
  const tree = useMemo(() => treeOf(everyUnit), [everyUnit])
  const { rows, error, reload } = useReceptions(initiative.key, tree)
  const [opened, setOpened] = useState<string>()
  const mine = useMemo(
    () =>
      (rows ?? [])
        .filter((row) => row.initiative.key === initiative.key)
        .toSorted((a, b) => a.from.localeCompare(b.from) || a.unit.title.localeCompare(b.unit.title, 'sv')),
    [rows, initiative.key],
  )
  const over = useMemo(
    () =>
      receivingOfInitiative(initiative.key, {
        receptions: rows ?? [],
        initiatives: all,
        tree,
      }).filter((one) => one.over.length > 0),
    [rows, all, tree, initiative.key],
  )
  const count = new Set(mine.map(({ unit }) => unit.key)).size
  const form = (row: Reception | undefined, key: string) => (
    <RowForm
      key={key}
      list={receptions}
      fields={fields}
      row={row}
      send={async (values, base) => {
        const answer = await session.acting.act('saveRow', {
          initiative: initiative.key,
          list: 'receptions',
          row: key,
          values,
          base,
        })
        // It may be of a unit that hasn't been asked what else lands there.
        if ('done' in answer) reload()
        return answer
      }}
      close={() => setOpened(undefined)}
    />
  )
  return (
    <Fold
      id='receptions'
      title={t('receptions.title')}
      says={
        !rows
          ? ''
          : mine.length === 0
            ? t('initiative.nothingYet')
            : t(over.length > 0 ? 'receptions.saysOver' : 'receptions.says', { count, over: over.length })
      }
    >
      {error !== undefined && (
        <p role='alert'>
          {t('receptions.notRead')} <Button onClick={reload}>{t('app.retry')}</Button>
        </p>
      )}
      {over.map(({ unit, over: months, limitDays = 0 }) => (
        <p key={unit.key} role='status'>
          ■{' '}
          {t('receptions.over', {
            unit: unit.title,
            room: limitDays,
            months: formatList(
              months.map(({ month, days }) =>
                t('receptions.month', { month: formatMonth(month, locale), days }),
              ),
              locale,
            ),
          })}
        </p>
      ))}
      {rows && mine.length === 0 && <p className={styles.quiet}>{t('receptions.none')}</p>}
      <ul className={styles.rows}>
        {mine.map((row) => (
          <li key={row.key}>
            {opened === row.key ? (
              form(row, row.key)
            ) : (
              <>
                <span>
                  <b>{row.unit.title}</b>{' '}
                  {t('receptions.row', {
                    kind: of(receptionKinds, row.kind).toLowerCase(),
                    from: formatDay(row.from, locale, today),
                    to: formatDay(row.to, locale, today),
                  })}
                  {', '}
                  {row.days === undefined
                    ? t('receptions.unsaid')
                    : t('receptions.days', { count: row.days })}
                </span>
                {mayEdit && (
                  <span className={styles.rowTools}>
                    <Button
                      size='small'
                      appearance='subtle'
                      aria-label={t('receptions.change', { title: `${row.unit.title}, ${row.title}` })}
                      onClick={() => setOpened(row.key)}
                    >
                      {t('receptions.edit')}
                    </Button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {opened && !mine.some(({ key }) => key === opened) && form(undefined, opened)}
      {mayEdit && !opened && rows && (
        <Button onClick={() => setOpened(newKey())}>{t('receptions.add')}</Button>
      )}
    </Fold>
  )
}
