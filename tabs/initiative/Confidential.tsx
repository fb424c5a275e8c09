/** Whether the initiative is confidential, by which section of law and by whom; and for whoever may, marking and lifting it. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Role } from '#src/lists/organisation.ts'
import { twinIn } from '#src/graph/twoPlaces.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { may } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

const MarkForm = lazy(() => import('./MarkForm.tsx').then((m) => ({ default: m.MarkForm })))
const LiftForm = lazy(() => import('./LiftForm.tsx').then((m) => ({ default: m.LiftForm })))

/** What has been sent: `waiting` where there is no net. */
export type Sent = 'doneMark' | 'doneLift' | 'waiting'

export function Confidential({ whole, roles }: { whole: Whole; roles: readonly Role[] }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const [doing, setDoing] = useState<'mark' | 'lift'>()
  const [sent, setSent] = useState<Sent>()
  const said = useRef<HTMLParagraphElement>(null)
  const { initiative } = whole
  const marked = isConfidential(initiative)
  const mayMark = may('markConfidential', { id: session.person.id, roles }, initiative)
  // The button that was pressed is gone with the form: whoever uses the keyboard goes on from what was said.
  useEffect(() => {
    if (sent) said.current?.focus()
  }, [sent])
  if (!marked && !mayMark) return null
  const stop = whyNot(session.data)
  const {
    confidentialBasis: basis,
    confidentialBy: by,
    confidentialOn: on,
    confidentialReason: why,
  } = initiative
  const close = (what?: Sent) => {
    setDoing(undefined)
    setSent(what)
  }
  return (
    <Fold
      id='confidential'
      title={t('confidential.title')}
      says={t(marked ? 'confidential.narrow' : 'confidential.open')}
      opened={marked}
    >
      {marked ? (
        <>
          <p>
            {t('confidential.marked', {
              day: on ? formatDay(on, locale, today) : '',
              who: by?.name ?? '',
              basis: basis ?? '',
            })}
          </p>
          {why && <p className={styles.wording}>{why}</p>}
          <p className={styles.quiet}>{t('confidential.disclosure')}</p>
        </>
      ) : (
        <p>{t('confidential.openLong')}</p>
      )}
      <p ref={said} tabIndex={-1} role='status' className={styles.said}>
        {sent && t(`confidential.${sent}`)}
      </p>
      {mayMark && stop && <Refusals refusals={[stop]} />}
      {mayMark && !stop && !doing && (
        <div className={`${styles.actions} no-print`}>
          <Button size='small' onClick={() => setDoing('mark')}>
            {t(marked ? 'confidential.change' : 'confidential.mark')}
          </Button>
          {marked && (
            <Button size='small' onClick={() => setDoing('lift')}>
              {t('confidential.lift')}
            </Button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {doing === 'mark' && <MarkForm initiative={initiative} close={close} />}
        {doing === 'lift' && <LiftForm initiative={initiative} close={close} />}
      </Suspense>
    </Fold>
  )
}

/** What stands in the way whoever asks: the server refuses the same. */
function whyNot({
  store,
  readsConfidential,
}: ReturnType<typeof useSession>['session']['data']): Refusal | undefined {
  if (!twinIn(store.site, initiatives)) return { why: 'confidentialOff' }
  return readsConfidential() ? undefined : { why: 'notInConfidentialGroup' }
}
