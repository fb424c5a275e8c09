/** What an initiative waits for and what waits for it, each with how far it has come. */
import { Button, Checkbox } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { dependencies, type Dependency } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { aroundOf, isOpen } from '#src/rules/initiatives/dependencies.ts'
import { wholeOf } from '#src/rules/needs/mergedStage.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

const AddDependency = lazy(() => import('./AddDependency.tsx').then((m) => ({ default: m.AddDependency })))

/** Whether it was saved. */
export type Save = (
  row: string,
  values: Record<string, unknown>,
  base?: Record<string, unknown>,
) => Promise<boolean>

export function Dependencies({
  whole,
  mayEdit,
  opened,
}: {
  whole: Whole
  mayEdit: boolean
  opened: boolean
}) {
  const { t } = useWords()
  const { session } = useSession()
  const { initiative } = whole
  const all = useItems(session.data, dependencies)
  const { waits, awaited } = aroundOf(initiative.key, all)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const open = waits.filter(isOpen).length
  const save: Save = async (row, values, base = {}) => {
    const answer = await session.acting.act('saveRow', {
      initiative: initiative.key,
      list: 'dependencies',
      row,
      values,
      base,
    })
    setRefusals('refusals' in answer ? answer.refusals : [])
    return !('refusals' in answer)
  }
  return (
    <Fold
      id='dependencies'
      title={t('initiative.dependencies')}
      says={t('initiative.saysDependencies', { open, awaited: awaited.filter(isOpen).length })}
      opened={opened || open > 0}
    >
      <h3>{t('initiative.prerequisites')}</h3>
      {waits.length === 0 && <p className={styles.quiet}>{t('initiative.noPrerequisites')}</p>}
      <ul className={styles.rows}>
        {waits.map((wait) => (
          <Waiting key={wait.key} wait={wait} mayEdit={mayEdit} save={save} />
        ))}
      </ul>
      {mayEdit && (
        <Suspense fallback={<p className={styles.quiet}>{t('initiative.fetching')}</p>}>
          <AddDependency of={initiative.key} all={all} save={save} />
        </Suspense>
      )}
      <Refusals refusals={refusals} />
      <h3>{t('initiative.neededBy')}</h3>
      {awaited.length === 0 && <p className={styles.quiet}>{t('initiative.noAwaited')}</p>}
      <ul className={styles.rows}>
        {awaited.map((wait) => (
          <li key={wait.key}>
            <Other of={wait.initiative} text={wait.initiative.title} />
            {!isOpen(wait) && <span className={styles.quiet}>{t('initiative.settled')}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Waiting({ wait, mayEdit, save }: { wait: Dependency; mayEdit: boolean; save: Save }) {
  const { t } = useWords()
  return (
    <li>
      <Other of={wait.needs} text={wait.title} />
      <span className={styles.rowTools}>
        {mayEdit ? (
          <Checkbox
            label={t('initiative.settled')}
            aria-label={`${t('initiative.settled')}: ${wait.title}`}
            checked={wait.settled === true}
            onChange={(_, { checked }) =>
              void save(wait.key, { settled: checked === true }, { settled: wait.settled ?? null })
            }
          />
        ) : (
          wait.settled === true && <span className={styles.quiet}>{t('initiative.settled')}</span>
        )}
        {mayEdit && (
          <Button
            size='small'
            appearance='subtle'
            aria-label={`${t('initiative.remove')} ${wait.title}`}
            onClick={() => void save(wait.key, { archived: true }, { archived: wait.archived ?? null })}
          >
            {t('initiative.remove')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The initiative on the other side with where it stands, or what is written when it is none of ours. */
function Other({ of, text }: { of: Ref | undefined; text: string }) {
  const { word, t } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const find = (key: string) => all.find((one) => one.key === key)
  const other = of && find(of.key)
  if (!other)
    return (
      <span>
        {text} <span className={styles.quiet}>{t('initiative.outside')}</span>
      </span>
    )
  const whole = wholeOf(other, find)
  return (
    <span>
      <Link className={styles.link} href={`/initiative/${encodeURIComponent(other.key)}`}>
        {other.number} {other.title}
      </Link>{' '}
      <span className={styles.quiet}>
        {whole !== other && `${t('initiative.partOf', { into: `${whole.number} ${whole.title}` })}, `}
        {word('stages', whole.stage)}
        {other.state !== 'active' && whole === other && `, ${word('states', other.state).toLowerCase()}`}
        {other.external && `, ${t('initiative.external')}`}
      </span>
    </span>
  )
}
