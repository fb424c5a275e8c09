/** The button by which a decision is superseded; there only for whoever may. */
import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Decision } from '#src/lists/decisions.ts'
import { mandates } from '#src/lists/organisation.ts'
import { choicesInstead } from '#src/rules/deciding/superseding.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import styles from './Deciding.module.css'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx').then((m) => ({ default: m.DecisionDialog })))

export function Supersede({
  old,
  whole,
  name = old.number,
}: {
  old: Decision
  whole: Whole
  /** What it is called: by its paragraph, when it has one. */
  name?: string
}) {
  const { t } = useWords()
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string>()
  const backTo = useRestoreFocusTarget()
  const { initiative, preparation, decisions, complete } = whole
  const choices = complete
    ? choicesInstead(old, { me: session.person, today, preparation, decisions, mandates: rows })
    : []
  return (
    <>
      {choices.length > 0 && (
        <Button
          {...backTo}
          size='small'
          appearance='subtle'
          aria-label={t('initiative.supersedeNumber', { number: name })}
          onClick={() => setOpen(true)}
        >
          {t('initiative.supersede')}
        </Button>
      )}
      <span role='status' className={styles.made}>
        {made ? t('decision.done', { number: made }) : ''}
      </span>
      {open && choices.length > 0 && (
        <Suspense fallback={null}>
          <DecisionDialog
            deciding={{ kind: 'supersede', old, choices }}
            initiative={initiative}
            close={(number) => {
              setMade(number)
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
