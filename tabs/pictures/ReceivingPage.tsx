/** Receiving: what lands on each unit month by month, others' projects too, against what it has room for. */
import { useCallback, useMemo } from 'react'
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { isMonth, monthOf, monthsAfter } from '#src/rules/days/months.ts'
import { may } from '#src/rules/permissions.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useMyRoles } from '../ui/useMyRoles.ts'
import { useRead } from '../ui/useRead.ts'
import { Choice } from '../ui/Choice.tsx'
import { Reading } from './lens/Reading.tsx'
import { useParam } from './lens/useParam.ts'
import { PicturePage } from './PicturePage.tsx'
import { ReceivingPicture } from './receiving/ReceivingPicture.tsx'
import styles from './lens/Lens.module.css'

export function ReceivingPage() {
  return <PicturePage title='pictures.receiving'>{(shown) => <Chosen shown={shown} />}</PicturePage>
}

const readAll = (store: ListReader) => store.all(receptions)
const belong = () => true

function Chosen({ shown }: { shown: readonly Initiative[] }) {
  const { t } = useWords()
  const { session, today } = useSession()
  const all = useItems(session.data, initiatives)
  const everyUnit = useItems(session.data, units)
  const tree = useMemo(() => treeOf(everyUnit), [everyUnit])
  const roles = useMyRoles()
  const [step, putStep] = useParam('step')
  const [at, putFrom] = useParam('from')
  const { rows, error, reload } = useRead('receptions', readAll, belong)
  const byQuarter = step === 'quarter'
  const from = at !== undefined && isMonth(at) ? at : monthOf(today)
  const move = useCallback(
    (months: number) => {
      const next = monthsAfter(from, months)
      putFrom(next === monthOf(today) ? undefined : next)
    },
    [from, putFrom, today],
  )
  const isPart = shown.length < all.filter(({ state }) => state !== 'merged').length
  return (
    <>
      <div className={`${styles.choices} no-print`}>
        <Choice
          label={t('receiving.step')}
          value={byQuarter ? 'quarter' : 'month'}
          options={[
            { value: 'month', text: t('receiving.month') },
            { value: 'quarter', text: t('receiving.quarter') },
          ]}
          choose={(one) => putStep(one === 'quarter' ? one : undefined)}
        />
        <button type='button' className={styles.button} onClick={() => move(byQuarter ? -12 : -6)}>
          {t('receiving.earlier')}
        </button>
        <button
          type='button'
          className={styles.button}
          disabled={from === monthOf(today)}
          onClick={() => putFrom(undefined)}
        >
          {t('receiving.now')}
        </button>
        <button type='button' className={styles.button} onClick={() => move(byQuarter ? 12 : 6)}>
          {t('receiving.later')}
        </button>
        {may('organise', { id: session.person.id, roles }) && (
          <Link href='/settings/units' className={styles.link}>
            {t('receiving.limits')}
          </Link>
        )}
      </div>
      {isPart && <p className={styles.quiet}>{t('receiving.part')}</p>}
      {rows ? (
        <ReceivingPicture
          receptions={rows}
          initiatives={shown}
          tree={tree}
          from={from}
          byQuarter={byQuarter}
          today={today}
        />
      ) : (
        <Reading error={error} reload={reload} />
      )}
    </>
  )
}
